using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Plugins;

namespace BillingHeadless.Domain.Usage;

/// <summary>
/// The charge of one service for one month, posted at midnight of the 1st (ruling 36): one for each service and month, made
/// of the month's meters and of what has become known later about earlier months.
/// </summary>
public sealed class UsageCharge : IEntity, IOwned
{
    private UsageCharge()
    {
    }

    public static string IdPrefix => "uch";

    public Id<UsageCharge> Id { get; private set; }

    public Id<Merchant> MerchantId { get; private set; }

    public Id<Subscription> SubscriptionId { get; private set; }

    public Id<Customer> CustomerId { get; private set; }

    /// <summary>The month that was closed: with the service unique.</summary>
    public int Year { get; private set; }

    public int MonthNumber { get; private set; }

    public Currency Currency { get; private set; }

    /// <summary>Negative when corrections of earlier months outweigh the month.</summary>
    public long AmountMinor { get; private set; }

    public long TaxMinor { get; private set; }

    public string TaxCategory { get; private set; } = "";

    public int TaxRateBasisPoints { get; private set; }

    /// <summary>What paid it; money may be more than there was.</summary>
    public long MoneyMinor { get; private set; }

    public long BonusMinor { get; private set; }

    public IReadOnlyList<ChargePart> Parts { get; private set; } = [];

    /// <summary>What the service and its meters cost in the month, also those that came to nothing: what is told late of it is priced so.</summary>
    public IReadOnlyList<UsagePrice> Prices { get; private set; } = [];

    /// <summary>The invoice that asks for it, where the balance may not go below zero.</summary>
    public Id<Invoice>? InvoiceId { get; private set; }

    public DateTimeOffset ChargedAt { get; private set; }

    public Month Month => Month.Of(Year, MonthNumber);

    public FundsPart Paid => new(MoneyMinor, BonusMinor);

    public static UsageCharge Write(Id<UsageCharge> id, Subscription subscription, Month month, UsageTariff tariff, IReadOnlyList<ChargePart> parts, ChargeTax tax, DateTimeOffset now)
    {
        var amount = parts.Sum(part => part.AmountMinor);
        return new UsageCharge
        {
            Id = id,
            MerchantId = subscription.MerchantId,
            SubscriptionId = subscription.Id,
            CustomerId = subscription.CustomerId,
            Year = month.Year,
            MonthNumber = month.Number,
            Currency = subscription.Currency,
            AmountMinor = amount,
            TaxMinor = TaxGroup.Contained(amount, tax.RateBasisPoints),
            TaxCategory = tax.Category,
            TaxRateBasisPoints = tax.RateBasisPoints,
            Parts = parts,
            Prices = tariff.All,
            ChargedAt = now,
        };
    }

    public void TakeFrom(FundsPart paid)
    {
        MoneyMinor = paid.Money;
        BonusMinor = paid.Bonus;
        InvoiceId = null;
    }

    /// <summary>By an invoice, or by another one when that has expired: what was used stays due.</summary>
    public void AskBy(Id<Invoice> invoice) => InvoiceId = invoice;
}

/// <summary>
/// One meter of one month in a charge. Of an earlier month it is only what has changed since; <see cref="TotalMinor"/> is what the
/// meter came to in all, so that the next charge knows what is charged already.
/// </summary>
public sealed record ChargePart(Month Month, string Meter, long AmountMinor, long TotalMinor, UsagePrice Price, IReadOnlyList<DayUsage> Days);

/// <summary>The tax in a charge.</summary>
public sealed record ChargeTax(string Category, int RateBasisPoints)
{
    public static ChargeTax Of(TaxSettings tax, Plan plan) => tax.Registered ? new ChargeTax(tax.Category, plan.TaxRateBasisPoints) : new ChargeTax(TaxGroup.NotTaxed, 0);
}
