using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Payments;

namespace BillingHeadless.Domain.Subscriptions;

/// <summary>What happens to a prepaid service by itself when its time is near or over (B6, D5, ruling 32).</summary>
public static class Renewal
{
    /// <summary>The midnight at which the automatic invoice is issued: so many calendar days before the end.</summary>
    public static DateTimeOffset InvoiceAt(DateOnly endsOn, int leadDays, Calendar calendar) => calendar.StartOf(endsOn.AddDays(-leadDays));

    /// <summary>At the lead time, or when it is switched on later: an open invoice is taken instead of a second one.</summary>
    public static bool NeedsInvoice(Subscription subscription, bool hasOpenInvoice) =>
        subscription is { AutoPay: AutoPayMethod.Invoice, IsPostpaid: false, State: SubscriptionState.Active, CancelledAt: null } && !hasOpenInvoice;

    /// <summary>At the end of the paid time.</summary>
    public static RenewalStep AtEnd(Subscription subscription, RenewalFacts facts)
    {
        if (!subscription.State.IsOn() || subscription.IsPostpaid)
        {
            return RenewalStep.Nothing;
        }

        if (facts.OpenInvoiceUndecided)
        {
            return RenewalStep.Wait;
        }

        return subscription.CancelledAt is not null ? RenewalStep.Expire : subscription.AutoPay switch
        {
            AutoPayMethod.Balance when facts.Price <= facts.Available => RenewalStep.PayFromBalance,
            AutoPayMethod.Card when facts.CardCanBeCharged => RenewalStep.ChargeCard,
            AutoPayMethod.Balance or AutoPayMethod.Card => RenewalStep.ExpireWithInvoice,
            _ => RenewalStep.Expire,
        };
    }

    /// <summary>
    /// Whether the standing order's card is charged now: once at the end, and on a later day of the schedule only while the last charge
    /// failed for a reason that may pass. What the gateway never took is no charge.
    /// </summary>
    public static bool ChargesCard(Subscription subscription, CardCharge? last, DateOnly today) =>
        subscription is { AutoPay: AutoPayMethod.Card, IsPostpaid: false, CancelledAt: null }
        && (last is null or { WasTaken: false } || (subscription.State == SubscriptionState.Expired && last.MayPass && last.Day < today));

    /// <summary>
    /// When a declined card is tried again: only for a reason that may pass, and only as the merchant's schedule says, in
    /// days after the end of the period. Null: never again.
    /// </summary>
    public static DateOnly? NextTry(DateOnly endedOn, DateOnly today, bool mayPass, IReadOnlyList<int> retryDays)
    {
        var next = retryDays.Where(day => endedOn.AddDays(day) > today).Order().Select(day => (int?)day).FirstOrDefault();
        return mayPass && next is { } days ? endedOn.AddDays(days) : null;
    }
}

/// <summary>What a renewal is decided on.</summary>
/// <param name="Price">What is due on the open invoice, or what the next period costs.</param>
/// <param name="Available">What the balance has for it.</param>
/// <param name="OpenInvoiceUndecided">A payment of the service's open invoice began in time and is not decided.</param>
/// <param name="CardCanBeCharged">A card is saved, the merchant saves cards, and the standing order holds.</param>
public sealed record RenewalFacts(long Price, long Available, bool OpenInvoiceUndecided = false, bool CardCanBeCharged = false);

/// <summary>The last charge of a saved card for an invoice.</summary>
/// <param name="Day">The merchant's day on which it began.</param>
/// <param name="WasTaken">False when it is proven that nothing happened at the gateway.</param>
/// <param name="MayPass">It was declined for a reason that may pass while nobody does anything.</param>
public sealed record CardCharge(DateOnly Day, bool WasTaken, bool MayPass)
{
    public static CardCharge Of(Payment payment, Calendar calendar) => new(
        calendar.DateOf(payment.StartedAt),
        payment.Status != PaymentStatus.Cancelled,
        payment is { Status: PaymentStatus.Declined, RetryMayHelp: true, NeedsBuyer: false });
}

public enum RenewalStep
{
    /// <summary>It is not a matter of renewal.</summary>
    Nothing,

    /// <summary>It stays on until the payment is decided.</summary>
    Wait,

    /// <summary>The open invoice, or a new one, is paid from the balance.</summary>
    PayFromBalance,

    /// <summary>The open invoice, or a new one, is charged to the saved card.</summary>
    ChargeCard,

    /// <summary>It was to be extended and could not: it expires, and an open invoice stays, so that it can be paid (D2).</summary>
    ExpireWithInvoice,

    /// <summary>It expires; an open invoice stays as it is.</summary>
    Expire,
}
