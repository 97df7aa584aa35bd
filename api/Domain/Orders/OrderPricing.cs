using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Plugins;

namespace BillingHeadless.Domain.Orders;

/// <summary>What an order costs: rulings 1 and 8. Pure, so that a quote, an order and a page say the same.</summary>
public static class OrderPricing
{
    public const int MaximumItems = 50;
    public const int MaximumQuantity = 10_000;

    /// <summary>The largest total of one order, in minor units: a million million of the major unit of most currencies.</summary>
    public const long MaximumTotal = 100_000_000_000_000;

    public static Result<Quote> Price(IReadOnlyList<PricedItem> items, TaxSettings tax, string language)
    {
        if (Check(items) is { } refusal)
        {
            return refusal;
        }

        var drafts = new List<QuoteLine>(items.Count);
        foreach (var item in items)
        {
            if (Line(item, tax, language).Refused(out var lineRefusal))
            {
                return lineRefusal;
            }

            drafts.Add(Line(item, tax, language).Value);
        }

        return Sum(drafts, items[0].Plan.Currency) is { } quote && quote.TotalMinor <= MaximumTotal ? quote : OrderRefusals.AmountTooLarge;
    }

    /// <summary>price x months x quantity x (100 % - discount), rounded half up, once per line.</summary>
    public static Int128 Gross(long price, int months, int quantity, int discountBasisPoints) =>
        ((((Int128)price * months * quantity * (Rounding.WholeBasisPoints - discountBasisPoints)) * 2) + Rounding.WholeBasisPoints) / (Rounding.WholeBasisPoints * 2);

    private static Refusal? Check(IReadOnlyList<PricedItem> items)
    {
        if (items.Select(item => item.Plan.Currency).Distinct().Count() > 1)
        {
            return OrderRefusals.CurrencyMixed;
        }

        var licences = items.Where(item => item.Product.Kind == ProductKind.Licence).Select(item => item.Product.Id).ToList();
        return licences.Distinct().Count() < licences.Count ? OrderRefusals.ProductTwice : null;
    }

    private static Result<QuoteLine> Line(PricedItem item, TaxSettings tax, string language)
    {
        if (item.Quantity is < 1 or > MaximumQuantity || (item.Product.Kind == ProductKind.Licence && item.Quantity != 1))
        {
            return OrderRefusals.QuantityNotAllowed;
        }

        var term = item.Plan.Interval == PlanInterval.Once ? new PlanTerm(item.Months) : item.Plan.Term(item.Months);
        if (term is null || term.PartnerOnly || item.Plan.Billing == PlanBilling.Postpaid || (item.Plan.Interval == PlanInterval.Once && item.Months != 0))
        {
            return OrderRefusals.TermNotOffered;
        }

        var periods = item.Plan.Interval == PlanInterval.Once ? 1 : item.Months;
        var full = Gross(item.Plan.PriceMinor, periods, item.Quantity, 0);
        var gross = Gross(item.Plan.PriceMinor, periods, item.Quantity, term.DiscountBasisPoints);
        return full > MaximumTotal ? OrderRefusals.AmountTooLarge
            : gross == 0 ? OrderRefusals.AmountZero
            : Draft(item, tax, language, term, (long)full, (long)gross);
    }

    private static QuoteLine Draft(PricedItem item, TaxSettings tax, string language, PlanTerm term, long full, long gross) => new()
    {
        ProductId = item.Product.Id,
        PlanId = item.Plan.Id,
        SubscriptionId = item.SubscriptionId,
        ProductName = item.Product.NameIn(language),
        PlanName = item.Plan.NameIn(language),
        Months = item.Months,
        Quantity = item.Quantity,
        UnitPriceMinor = item.Plan.PriceMinor,
        DiscountBasisPoints = term.DiscountBasisPoints,
        DiscountMinor = full - gross,
        GrossMinor = gross,
        TaxCategory = tax.Registered ? tax.Category : TaxGroup.NotTaxed,
        TaxRateBasisPoints = tax.Registered ? item.Plan.TaxRateBasisPoints : 0,
    };

    private static Quote Sum(List<QuoteLine> drafts, Currency currency) => Quote.Of(currency, TaxGroup.Apply(drafts));
}

/// <summary>One item of a cart with what it names.</summary>
public sealed record PricedItem(Product Product, Plan Plan, int Months, int Quantity)
{
    /// <summary>The service that it extends.</summary>
    public Id<Subscription>? SubscriptionId { get; init; }
}

/// <summary>What a cart costs. Net + tax = gross on every line.</summary>
public sealed record Quote
{
    public required Currency Currency { get; init; }

    public required IReadOnlyList<QuoteLine> Lines { get; init; }

    public required long DiscountMinor { get; init; }

    public required long TaxMinor { get; init; }

    public required long TotalMinor { get; init; }

    public Money Total => new(TotalMinor, Currency);

    /// <summary>Lines whose tax is known, with their sums.</summary>
    public static Quote Of(Currency currency, IReadOnlyList<QuoteLine> lines) => new()
    {
        Currency = currency,
        Lines = lines,
        DiscountMinor = lines.Sum(line => line.DiscountMinor),
        TaxMinor = lines.Sum(line => line.TaxMinor),
        TotalMinor = lines.Sum(line => line.GrossMinor),
    };
}

public sealed record QuoteLine
{
    /// <summary>The line of nothing.</summary>
    public static readonly QuoteLine Nothing = Untaxed("", "", 0);

    public Id<Product>? ProductId { get; init; }

    public Id<Plan>? PlanId { get; init; }

    /// <summary>The service whose next period it is.</summary>
    public Id<Subscription>? SubscriptionId { get; init; }

    public required string ProductName { get; init; }

    public required string PlanName { get; init; }

    public required int Months { get; init; }

    public required int Quantity { get; init; }

    public required long UnitPriceMinor { get; init; }

    public required int DiscountBasisPoints { get; init; }

    public required long DiscountMinor { get; init; }

    public required long GrossMinor { get; init; }

    public required string TaxCategory { get; init; }

    public required int TaxRateBasisPoints { get; init; }

    public long TaxMinor { get; init; }

    /// <summary>An amount that sells nothing and holds no tax, such as a top-up.</summary>
    public static QuoteLine Untaxed(string name, string detail, long amount) => new()
    {
        ProductName = name,
        PlanName = detail,
        Months = 0,
        Quantity = 1,
        UnitPriceMinor = amount,
        DiscountBasisPoints = 0,
        DiscountMinor = 0,
        GrossMinor = amount,
        TaxCategory = TaxGroup.NotTaxed,
        TaxRateBasisPoints = 0,
    };

    public long NetMinor => GrossMinor - TaxMinor;
}
