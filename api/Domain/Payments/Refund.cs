using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Plugins;

namespace BillingHeadless.Domain.Payments;

/// <summary>Money on its way back to where it came from (ruling 6).</summary>
public sealed class Refund : IEntity, IOwned, IVersioned
{
    /// <summary>Money that has moved is never passed over: a refund that was declined can still turn out to have gone out.</summary>
    private static readonly Transitions<RefundStatus> Moves = new(
        (RefundStatus.Pending, RefundStatus.Succeeded),
        (RefundStatus.Pending, RefundStatus.Declined),
        (RefundStatus.Pending, RefundStatus.Unknown),
        (RefundStatus.Unknown, RefundStatus.Succeeded),
        (RefundStatus.Unknown, RefundStatus.Declined),
        (RefundStatus.Unknown, RefundStatus.Pending),
        (RefundStatus.Declined, RefundStatus.Succeeded));

    /// <summary>The failure of a declined refund that has gone out and cannot be booked.</summary>
    private const string SucceededLate = "succeededLate";

    /// <summary>The failure of a refund that has ended well and came back: the buyer's bank did not take it.</summary>
    private const string DeclinedLate = "declinedLate";

    private Refund()
    {
    }

    public static string IdPrefix => "ref";

    public Id<Refund> Id { get; private set; }

    public Id<Merchant> MerchantId { get; private set; }

    public Id<Payment> PaymentId { get; private set; }

    public Id<Invoice> InvoiceId { get; private set; }

    public RefundStatus Status { get; private set; }

    public RefundSource Source { get; private set; }

    public RefundMethod Method { get; private set; }

    public Currency Currency { get; private set; }

    /// <summary>Invoice money; for a surplus, all that came.</summary>
    public long AmountMinor { get; private set; }

    /// <summary>What goes back on top of it.</summary>
    public long SurchargeMinor { get; private set; }

    /// <summary>Of what a balance paid: what of the amount is bonus again. Of a top-up: what is taken from the bonus that is still there.</summary>
    public long BonusMinor { get; private set; }

    /// <summary>Of a top-up: its bonus that was spent, kept of the money (ruling 33).</summary>
    public long DeductedMinor { get; private set; }

    /// <summary>The tax that the amount takes back, by group.</summary>
    public IReadOnlyList<TaxPart> Taxes { get; private set; } = [];

    public string Reason { get; private set; } = "";

    public string MerchantReference { get; private set; } = "";

    public string GatewayKey { get; private set; } = "";

    public string? ProviderReference { get; private set; }

    public string? ProviderState { get; private set; }

    public string? Failure { get; private set; }

    /// <summary>How often the resolver has asked by its schedule, and when anybody asked last.</summary>
    public int Asked { get; private set; }

    public DateTimeOffset? AskedAt { get; private set; }

    public bool NeedsPerson { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When the gateway was asked, by the system's clock, which the resolver goes by; null as long as a job has to ask it yet.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public long Version { get; private set; }

    public bool IsUndecided => Status is RefundStatus.Pending or RefundStatus.Unknown;

    /// <summary>Whether the gateway can be asked what became of it: of what was never sent it knows nothing, and that proves nothing.</summary>
    public bool CanBeAsked => IsUndecided && SentAt is not null;

    public Money Returned => new(checked(AmountMinor - DeductedMinor + SurchargeMinor), Currency);

    public static Refund Reserve(Id<Refund> id, Payment payment, RefundDraft draft, DateTimeOffset now) => new()
    {
        Id = id,
        MerchantId = payment.MerchantId,
        PaymentId = payment.Id,
        InvoiceId = payment.InvoiceId,
        Source = draft.Source,
        Method = draft.Method,
        Currency = payment.Currency,
        AmountMinor = draft.AmountMinor,
        SurchargeMinor = draft.SurchargeMinor,
        BonusMinor = draft.BonusMinor,
        DeductedMinor = draft.DeductedMinor,
        Taxes = draft.Taxes,
        Reason = draft.Reason,
        MerchantReference = draft.MerchantReference,
        GatewayKey = draft.GatewayKey,
        CreatedAt = now,
    };

    public bool CanBecome(RefundStatus status) => Status == status || Moves.Allow(Status, status);

    public void Send(DateTimeOffset systemNow) => SentAt ??= systemNow;

    /// <summary>It is proven that the gateway has not had it.</summary>
    public void WasNotSent() => SentAt = null;

    public void Learn(string? providerReference, string? providerState)
    {
        ProviderReference = providerReference ?? ProviderReference;
        ProviderState = providerState ?? ProviderState;
    }

    public void Await() => MoveTo(RefundStatus.Pending);

    public void Succeed(DateTimeOffset now)
    {
        MoveTo(RefundStatus.Succeeded);
        Failure = null;
        NeedsPerson = false;
        EndedAt = now;
    }

    /// <summary>It was declined and had gone out after all: what it is made of is reckoned anew, for others may have come in between.</summary>
    public void SucceedLate(RefundDraft parts, DateTimeOffset now)
    {
        Taxes = parts.Taxes;
        BonusMinor = parts.BonusMinor;
        Succeed(now);
    }

    public void Decline(string failure, DateTimeOffset now)
    {
        MoveTo(RefundStatus.Declined);
        Failure = failure;
        NeedsPerson = false;
        EndedAt = now;
    }

    public void BecomeUnknown(string failure)
    {
        MoveTo(RefundStatus.Unknown);
        Failure = failure;
    }

    /// <summary>Only the resolver's own questions count: those of readers must not use up its schedule.</summary>
    public void NoteAsked(DateTimeOffset systemNow, bool isScheduled)
    {
        Asked += isScheduled ? 1 : 0;
        AskedAt = systemNow;
    }

    public void GiveToPerson() => NeedsPerson = true;

    /// <summary>
    /// It is not as it ended. Declined, it has gone out, but the money is not there any more; or it had gone out and came back. It stays as it
    /// is, for much has followed from it, until a person has found out. False when that has been said already.
    /// </summary>
    public bool Contradict()
    {
        var isNews = !NeedsPerson;
        Failure = Status == RefundStatus.Succeeded ? DeclinedLate : SucceededLate;
        GiveToPerson();
        return isNews;
    }

    private void MoveTo(RefundStatus status) => Status = Status == status ? status : Moves.Move(Status, status);
}

public enum RefundStatus
{
    Pending,
    Succeeded,
    Declined,
    Unknown,
}

public enum RefundMethod
{
    /// <summary>Through the gateway that took the money.</summary>
    Gateway,

    /// <summary>By the merchant's own hand.</summary>
    Manual,

    /// <summary>To the balance and bonus that had paid.</summary>
    Balance,
}

public enum RefundSource
{
    /// <summary>Money of a settled invoice.</summary>
    Invoice,

    /// <summary>Money that no invoice needed.</summary>
    Surplus,

    /// <summary>Money of a top-up that still lies on the balance.</summary>
    TopUp,
}

public sealed record RefundDraft(
    RefundSource Source,
    RefundMethod Method,
    long AmountMinor,
    long SurchargeMinor,
    IReadOnlyList<TaxPart> Taxes,
    string Reason,
    string MerchantReference,
    string GatewayKey)
{
    public long BonusMinor { get; init; }

    public long DeductedMinor { get; init; }
}
