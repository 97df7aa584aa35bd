using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Domain.Subscriptions;

namespace BillingHeadless.Domain.Usage;

/// <summary>
/// So much of a meter on a local day, by the merchant's own id: recording it twice is recording it once. Nothing is changed
/// afterwards; a correction is a record that takes the place of an earlier one.
/// </summary>
public sealed class UsageRecord : IEntity, IOwned
{
    private UsageRecord()
    {
    }

    public static string IdPrefix => "usg";

    public Id<UsageRecord> Id { get; private set; }

    public Id<Merchant> MerchantId { get; private set; }

    public Id<Subscription> SubscriptionId { get; private set; }

    /// <summary>The merchant's id of it, unique within the service.</summary>
    public string RecordId { get; private set; } = "";

    public string Meter { get; private set; } = "";

    public DateOnly Day { get; private set; }

    public long Quantity { get; private set; }

    /// <summary>The merchant's id of the record whose place it takes.</summary>
    public string? Corrects { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public static UsageRecord Take(Id<UsageRecord> id, Subscription subscription, UsageDraft draft, DateTimeOffset now) => new()
    {
        Id = id,
        MerchantId = subscription.MerchantId,
        SubscriptionId = subscription.Id,
        RecordId = draft.RecordId,
        Meter = draft.Meter,
        Day = draft.Day,
        Quantity = draft.Quantity,
        Corrects = draft.Corrects,
        RecordedAt = now,
    };

    public bool Says(UsageDraft draft) =>
        RecordId == draft.RecordId && Meter == draft.Meter && Day == draft.Day && Quantity == draft.Quantity && Corrects == draft.Corrects;
}

/// <summary>Usage as it is told.</summary>
public sealed record UsageDraft(string RecordId, string Meter, DateOnly Day, long Quantity, string? Corrects = null);

public static class UsageRules
{
    /// <summary>How late usage may be told, in months before the running one.</summary>
    public const int LateMonths = 3;

    /// <summary>Of a service: what belongs together is added up by whoever tells it.</summary>
    public const int RecordsADay = 500;

    /// <summary>The most that a meter may come to in a month, so that every sum of charges is an amount.</summary>
    public const long MaximumAmount = OrderPricing.MaximumTotal;

    public static Refusal? Refuse(Subscription subscription, IReadOnlyList<UsagePrice> prices, UsageDraft draft, DateOnly today)
    {
        if (!subscription.IsPostpaid)
        {
            return UsageRefusals.NotPostpaid;
        }

        return prices.FirstOrDefault(price => price.Meter == draft.Meter) is not { Kind: not MeterKind.AddOn } ? UsageRefusals.MeterUnknown
            : draft.Quantity is < 0 or > UsagePrice.MaximumQuantity ? UsageRefusals.QuantityNotPossible.At("quantity", $"Must be from 0 to {UsagePrice.MaximumQuantity}.")
            : draft.Day > today || draft.Day < Month.Of(today).Plus(-LateMonths).FirstDay || !subscription.WasOn(draft.Day) ? UsageRefusals.DayNotPossible
            : null;
    }

    /// <summary>Whether a record fits beside those of its day, and of its meter in its month.</summary>
    public static Refusal? RefuseAmount(UsagePrice price, UsageDraft draft, int recordsOfDay, long recordedInMonth) =>
        recordsOfDay >= RecordsADay ? UsageRefusals.RecordsTooMany
        : (Int128)price.PriceMinor * ((Int128)recordedInMonth + draft.Quantity) > (Int128)MaximumAmount * price.PerUnits ? UsageRefusals.AmountTooLarge
        : null;

    /// <summary>Whether what a record corrects is there: of the same meter and day, and not corrected yet.</summary>
    public static Refusal? RefuseCorrection(UsageDraft draft, UsageRecord? corrected, bool isCorrected) =>
        draft.Corrects is null || (corrected is not null && !isCorrected && corrected.Meter == draft.Meter && corrected.Day == draft.Day) ? null : UsageRefusals.CorrectsUnknown;
}
