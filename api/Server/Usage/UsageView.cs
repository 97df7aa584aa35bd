using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Domain.Usage;
using BillingHeadless.Plugins;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Usage;

/// <summary>A month of a service that is paid after use.</summary>
public sealed record UsageView
{
    public required string SubscriptionId { get; init; }

    /// <summary>Such as 2026-04.</summary>
    public required string Month { get; init; }

    /// <summary>What the month has come to; of a month that was charged, with all that was charged of it later.</summary>
    public required MoneyBody Total { get; init; }

    /// <summary>Midnight of the 1st of the next month, at which it is charged.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>They add up to the total; "base" is the service itself.</summary>
    public required IReadOnlyList<MeterUsageView> Meters { get; init; }

    /// <summary>Of earlier months, told late or corrected: charged together with this month.</summary>
    public required IReadOnlyList<MeterUsageView> Corrections { get; init; }

    /// <summary>Absent as long as the month runs.</summary>
    public UsageChargeView? Charge { get; init; }

    public static UsageView Of(
        Subscription subscription, Month month, DateTimeOffset dueAt, IReadOnlyList<ChargePart> meters, IReadOnlyList<ChargePart> corrections, UsageCharge? charge) => new()
        {
            SubscriptionId = subscription.Id.Value,
            Month = $"{month}",
            Total = MoneyBody.Of(meters.Sum(part => part.AmountMinor), subscription.Currency),
            DueAt = dueAt,
            Meters = [.. meters.Select(part => MeterUsageView.Of(part, subscription.Currency))],
            Corrections = [.. corrections.Select(part => MeterUsageView.Of(part, subscription.Currency))],
            Charge = charge is null ? null : UsageChargeView.Of(charge),
        };
}

/// <summary>A meter in a month: how its days make up what it comes to.</summary>
public sealed record MeterUsageView
{
    /// <summary>The month that it is about.</summary>
    public required string Month { get; init; }

    public required string Meter { get; init; }

    public required MeterKind Kind { get; init; }

    /// <summary>Of perUnits units.</summary>
    public required MoneyBody Price { get; init; }

    public required long Included { get; init; }

    public required int PerUnits { get; init; }

    /// <summary>What it adds: of a correction the difference to what was charged before.</summary>
    public required MoneyBody Amount { get; init; }

    /// <summary>What it comes to in its month; the days add up to it.</summary>
    public required MoneyBody Total { get; init; }

    /// <summary>The days on which there was anything.</summary>
    public required IReadOnlyList<DayUsageView> Days { get; init; }

    public static MeterUsageView Of(ChargePart part, Currency currency) => new()
    {
        Month = $"{part.Month}",
        Meter = part.Meter,
        Kind = part.Price.Kind,
        Price = MoneyBody.Of(part.Price.PriceMinor, currency),
        Included = part.Price.Included,
        PerUnits = part.Price.PerUnits,
        Amount = MoneyBody.Of(part.AmountMinor, currency),
        Total = MoneyBody.Of(part.TotalMinor, currency),
        Days = [.. part.Days.Select(day => DayUsageView.Of(day, currency))],
    };
}

/// <summary>A day of a meter.</summary>
/// <param name="Day">The local day.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Amount">What it added: cumulated and rounded, so that days make up their meter.</param>
public sealed record DayUsageView(DateOnly Day, long Quantity, MoneyBody Amount)
{
    public static DayUsageView Of(DayUsage day, Currency currency) => new(day.Day, day.Quantity, MoneyBody.Of(day.AmountMinor, currency));
}

/// <summary>The charge of a month, with all that it was made of.</summary>
public sealed record UsageChargeView
{
    public required string Id { get; init; }

    /// <summary>Below zero when corrections of earlier months outweigh the month: then it has gone to the balance.</summary>
    public required MoneyBody Amount { get; init; }

    /// <summary>Contained in the amount.</summary>
    public required MoneyBody Tax { get; init; }

    /// <summary>The invoice that asks for it; absent: the balance was charged.</summary>
    public string? InvoiceId { get; init; }

    public required DateTimeOffset ChargedAt { get; init; }

    /// <summary>They add up to the amount: this month's meters, and corrections of earlier months.</summary>
    public required IReadOnlyList<MeterUsageView> Parts { get; init; }

    public static UsageChargeView Of(UsageCharge charge) => new()
    {
        Id = charge.Id.Value,
        Amount = MoneyBody.Of(charge.AmountMinor, charge.Currency),
        Tax = MoneyBody.Of(charge.TaxMinor, charge.Currency),
        InvoiceId = charge.InvoiceId?.Value,
        ChargedAt = charge.ChargedAt,
        Parts = [.. charge.Parts.Select(part => MeterUsageView.Of(part, charge.Currency))],
    };
}
