using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Usage;
using BillingHeadless.Plugins;

namespace BillingHeadless.Domain.Catalog;

/// <summary>An edition of a product with its price and the terms that it is sold for.</summary>
public sealed class Plan : IEntity, IOwned, IVersioned
{
    private Plan()
    {
    }

    public static string IdPrefix => "pln";

    public Id<Plan> Id { get; private set; }

    public Id<Merchant> MerchantId { get; private set; }

    public Id<Product> ProductId { get; private set; }

    public string Name { get; private set; } = "";

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    /// <summary>Minor units per interval, tax included.</summary>
    public long PriceMinor { get; private set; }

    public Currency Currency { get; private set; }

    public PlanInterval Interval { get; private set; }

    /// <summary>For as long as the plan lives: what is paid ahead would never end if it became paid after use.</summary>
    public PlanBilling Billing { get; private set; }

    /// <summary>The only terms that it is sold for, each with its own discount; empty when it is sold once.</summary>
    public IReadOnlyList<PlanTerm> Terms { get; private set; } = [];

    /// <summary>2000 is 20 %; counts only when the merchant is registered for the tax.</summary>
    public int TaxRateBasisPoints { get; private set; }

    public int? UserLimit { get; private set; }

    /// <summary>What its meters cost, when it is postpaid.</summary>
    public IReadOnlyList<UsagePrice> UsagePrices { get; private set; } = [];

    /// <summary>Whether it can be bought on the hosted pages and with a publishable key.</summary>
    public bool Online { get; private set; }

    public bool OnSale { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public long Version { get; private set; }

    public Money Price => new(PriceMinor, Currency);

    public static Plan Create(Id<Plan> id, Id<Merchant> merchant, Id<Product> product, PlanDraft draft, DateTimeOffset now)
    {
        var plan = new Plan
        {
            Id = id,
            MerchantId = merchant,
            ProductId = product,
            Currency = draft.Price.Currency,
            Interval = draft.Interval,
            Billing = draft.Billing,
            OnSale = true,
            CreatedAt = now,
        };
        plan.Change(draft);
        return plan;
    }

    /// <summary>Changes what future orders see; an invoice has frozen its own.</summary>
    public void Change(PlanDraft draft)
    {
        Name = draft.Name;
        Names = draft.Names;
        PriceMinor = draft.Price.Minor;
        Terms = draft.Terms;
        TaxRateBasisPoints = draft.TaxRateBasisPoints;
        UserLimit = draft.UserLimit;
        UsagePrices = draft.UsagePrices;
        Online = draft.Online;
    }

    /// <summary>What it is made of now: the beginning of a change.</summary>
    public PlanDraft Draft() => new()
    {
        Name = Name,
        Names = Names,
        Price = Price,
        Interval = Interval,
        Billing = Billing,
        Terms = Terms,
        TaxRateBasisPoints = TaxRateBasisPoints,
        UserLimit = UserLimit,
        UsagePrices = UsagePrices,
        Online = Online,
    };

    public void PutOnSale(bool onSale) => OnSale = onSale;

    public UsageTariff Tariff => new(PriceMinor, UsagePrices);

    /// <summary>How many users so many of it are for; null: any number.</summary>
    public long? UsersOf(int quantity) => (long?)UserLimit * quantity;

    public string NameIn(string language) => Names.TryGetValue(language, out var name) ? name : Name;

    /// <summary>The fewest months that it is sold for; 0 when it is sold to nobody by the month.</summary>
    public int ShortestTerm => Terms.Where(term => !term.PartnerOnly).Select(term => term.Months).DefaultIfEmpty().Min();

    /// <summary>The term of so many months, if it is offered.</summary>
    public PlanTerm? Term(int months) => Terms.FirstOrDefault(term => term.Months == months);
}

/// <summary>What a plan is made of when it is created or changed.</summary>
public sealed record PlanDraft
{
    public required string Name { get; init; }

    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    public required Money Price { get; init; }

    public PlanInterval Interval { get; init; } = PlanInterval.Month;

    public PlanBilling Billing { get; init; } = PlanBilling.Prepaid;

    public IReadOnlyList<PlanTerm> Terms { get; init; } = [];

    public int TaxRateBasisPoints { get; init; }

    public int? UserLimit { get; init; }

    public IReadOnlyList<UsagePrice> UsagePrices { get; init; } = [];

    public bool Online { get; init; } = true;
}

/// <summary>A number of months with a discount of its own. A discount belongs to exactly its term.</summary>
public sealed record PlanTerm(int Months, int DiscountBasisPoints = 0, bool PartnerOnly = false);

public enum PlanInterval
{
    Month,
    Once,
}

public enum PlanBilling
{
    Prepaid,
    Postpaid,
}
