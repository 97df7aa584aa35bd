using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Domain.Payments;

/// <summary>
/// One attempt to pay an invoice at one gateway. It is stored before the gateway hears of it, so that a crash leaves
/// something to ask about; what the gateway says later, by whatever way, ends in one settlement.
/// </summary>
public sealed class Payment : IEntity, IOwned, IVersioned
{
    /// <summary>The failure of a payment whose buyer did not prove to be the card's owner.</summary>
    public const string AuthenticationFailed = "authenticationFailed";

    /// <summary>
    /// Money that arrives late is never refused: a payment that was declined or cancelled can still turn out to have
    /// succeeded, for example when the buyer tried another card on the gateway's page.
    /// </summary>
    private static readonly Transitions<PaymentStatus> Moves = new(
        (PaymentStatus.Pending, PaymentStatus.Succeeded),
        (PaymentStatus.Pending, PaymentStatus.Declined),
        (PaymentStatus.Pending, PaymentStatus.Unknown),
        (PaymentStatus.Pending, PaymentStatus.Cancelled),
        (PaymentStatus.Unknown, PaymentStatus.Succeeded),
        (PaymentStatus.Unknown, PaymentStatus.Declined),
        (PaymentStatus.Unknown, PaymentStatus.Pending),
        (PaymentStatus.Unknown, PaymentStatus.Cancelled),
        (PaymentStatus.Declined, PaymentStatus.Succeeded),
        (PaymentStatus.Cancelled, PaymentStatus.Succeeded));

    private Payment()
    {
    }

    public static string IdPrefix => "pay";

    public Id<Payment> Id { get; private set; }

    public Id<Merchant> MerchantId { get; private set; }

    public Id<Invoice> InvoiceId { get; private set; }

    public Id<Customer> CustomerId { get; private set; }

    public PaymentStatus Status { get; private set; }

    public PaymentMethod Method { get; private set; }

    /// <summary>Whose balance or bonus pays; the customer of the invoice unless another was named.</summary>
    public Id<Customer> PayerId { get; private set; }

    /// <summary>The plugin's id, and the version that started it; the method's name when none did.</summary>
    public string Gateway { get; private set; } = "";

    public string PluginVersion { get; private set; } = "";

    public Currency Currency { get; private set; }

    /// <summary>Invoice money: the surcharge is apart.</summary>
    public long AmountMinor { get; private set; }

    public long SurchargeMinor { get; private set; }

    /// <summary>What the invoice took of it.</summary>
    public long AppliedMinor { get; private set; }

    /// <summary>What of the applied money was bonus.</summary>
    public long BonusMinor { get; private set; }

    /// <summary>What no invoice needed; of a payment that was not needed at all, the surcharge too.</summary>
    public long UnappliedMinor { get; private set; }

    /// <summary>What of the unapplied money went back, is on its way back, or went to the customer's balance.</summary>
    public long UnappliedReturnedMinor { get; private set; }

    /// <summary>Invoice money that went back or is on its way back: it counts from the moment it is reserved.</summary>
    public long RefundedMinor { get; private set; }

    /// <summary>Surcharge that went back or is on its way back.</summary>
    public long SurchargeReturnedMinor { get; private set; }

    /// <summary>Our reference at the gateway; unique within the merchant.</summary>
    public string MerchantReference { get; private set; } = "";

    public string GatewayKey { get; private set; } = "";

    public string? ProviderReference { get; private set; }

    public string? ProviderState { get; private set; }

    /// <summary>What the buyer must do next; a redirect is an address of the gateway's page.</summary>
    public BuyerStep? NextStep { get; private set; }

    /// <summary>Where the buyer comes back to when the merchant's own page started the payment.</summary>
    public string? ReturnUrl { get; private set; }

    /// <summary>Whether the buyer agreed that the gateway keeps the card for later charges.</summary>
    public bool SavesCard { get; private set; }

    /// <summary>The saved card that was charged with nobody present; null when the buyer pays by hand.</summary>
    public Id<SavedCard>? SavedCardId { get; private set; }

    /// <summary>Why it was declined or could not be sent, in a word that every gateway shares.</summary>
    public string? Failure { get; private set; }

    /// <summary>It was declined for a reason that may pass: the same card may be charged later.</summary>
    public bool RetryMayHelp { get; private set; }

    /// <summary>The wallet that paid, when the gateway tells; card data are not kept (ruling 35).</summary>
    public string? Wallet { get; private set; }

    /// <summary>How often the resolver has asked by its schedule, and when anybody asked last.</summary>
    public int Asked { get; private set; }

    public DateTimeOffset? AskedAt { get; private set; }

    /// <summary>The resolver has asked as often as it may: a person must look.</summary>
    public bool NeedsPerson { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When it began by the system's clock, which the resolver goes by.</summary>
    public DateTimeOffset SentAt { get; private set; }

    public DateTimeOffset? SucceededAt { get; private set; }

    public long Version { get; private set; }

    /// <summary>Whether it may still bring money without anybody starting anew.</summary>
    public bool IsUndecided => Status is PaymentStatus.Pending or PaymentStatus.Unknown;

    /// <summary>The bank wants to hear from the card's owner: charging again with nobody present is of no use.</summary>
    public bool NeedsBuyer => Failure == AuthenticationFailed || (IsUndecided && NextStep is not null);

    /// <summary>What the gateway moves, surcharge included.</summary>
    public Money Charged => new(checked(AmountMinor + SurchargeMinor), Currency);

    /// <summary>Invoice money that can still be refunded.</summary>
    public long RefundableMinor => Status == PaymentStatus.Succeeded ? AppliedMinor - RefundedMinor : 0;

    /// <summary>What the invoice took, by what it was.</summary>
    public FundsPart Applied => FundsPart.Of(AppliedMinor, money: AppliedMinor - BonusMinor);

    /// <summary>Unapplied money that still lies here.</summary>
    public long SurplusMinor => UnappliedMinor - UnappliedReturnedMinor;

    public static Payment Start(Id<Payment> id, Invoice invoice, PaymentDraft draft, DateTimeOffset now, DateTimeOffset systemNow) => new()
    {
        Id = id,
        MerchantId = invoice.MerchantId,
        InvoiceId = invoice.Id,
        CustomerId = invoice.CustomerId,
        PayerId = invoice.CustomerId,
        Gateway = draft.Gateway,
        PluginVersion = draft.PluginVersion,
        Currency = invoice.Currency,
        AmountMinor = draft.AmountMinor,
        SurchargeMinor = draft.SurchargeMinor,
        MerchantReference = draft.MerchantReference,
        GatewayKey = draft.GatewayKey,
        ReturnUrl = draft.ReturnUrl,
        SavesCard = draft.SavesCard,
        SavedCardId = draft.SavedCardId,
        StartedAt = now,
        SentAt = systemNow,
    };

    /// <summary>A payment from a balance: it asks nobody and is done at once.</summary>
    public static Payment FromFunds(Id<Payment> id, Invoice invoice, FundsDraft draft, DateTimeOffset now, DateTimeOffset systemNow) => new()
    {
        Id = id,
        MerchantId = invoice.MerchantId,
        InvoiceId = invoice.Id,
        CustomerId = invoice.CustomerId,
        PayerId = draft.PayerId,
        Method = draft.Method,
        Gateway = draft.Method == PaymentMethod.Bonus ? "bonus" : "balance",
        Currency = invoice.Currency,
        AmountMinor = draft.Part.Total,
        AppliedMinor = draft.Part.Total,
        BonusMinor = draft.Part.Bonus,
        MerchantReference = draft.Reference,
        GatewayKey = draft.Reference,
        Status = PaymentStatus.Succeeded,
        StartedAt = now,
        SentAt = systemNow,
        SucceededAt = now,
    };

    public bool CanBecome(PaymentStatus status) => Status == status || Moves.Allow(Status, status);

    /// <summary>Keeps what the provider told about itself.</summary>
    public void Learn(string? providerReference, string? providerState)
    {
        ProviderReference = providerReference ?? ProviderReference;
        ProviderState = providerState ?? ProviderState;
    }

    public void Await(BuyerStep? step)
    {
        MoveTo(PaymentStatus.Pending);
        NextStep = step ?? NextStep;
    }

    /// <summary>A transfer brought another amount than was asked for: it is a payment of what came.</summary>
    public void Receive(long received)
    {
        if (received == Charged.Minor)
        {
            return;
        }

        SurchargeMinor = received > SurchargeMinor ? SurchargeMinor : 0;
        AmountMinor = received - SurchargeMinor;
    }

    /// <summary>The money has come, and an invoice took so much of it.</summary>
    public void Succeed(long applied, string? wallet, DateTimeOffset now)
    {
        MoveTo(PaymentStatus.Succeeded);
        AppliedMinor = applied;
        UnappliedMinor = applied == 0 ? Charged.Minor : AmountMinor - applied;
        Wallet = wallet;
        Failure = null;
        RetryMayHelp = false;
        NextStep = null;
        NeedsPerson = false;
        SucceededAt = now;
    }

    public void Decline(string failure, bool retryMayHelp = false)
    {
        MoveTo(PaymentStatus.Declined);
        Failure = failure;
        RetryMayHelp = retryMayHelp;
        NextStep = null;
        NeedsPerson = false;
    }

    public void BecomeUnknown(string failure)
    {
        MoveTo(PaymentStatus.Unknown);
        Failure = failure;
    }

    /// <summary>It is proven that nothing happened at the gateway.</summary>
    public void Cancel(string failure)
    {
        MoveTo(PaymentStatus.Cancelled);
        Failure = failure;
        NextStep = null;
        NeedsPerson = false;
    }

    /// <summary>Only the resolver's own questions count: those of readers must not use up its schedule.</summary>
    public void NoteAsked(DateTimeOffset systemNow, bool isScheduled)
    {
        Asked += isScheduled ? 1 : 0;
        AskedAt = systemNow;
    }

    public void GiveToPerson() => NeedsPerson = true;

    /// <summary>Its invoice will not be settled: what it took is free again. What a balance gave is back on it at once.</summary>
    public void Release()
    {
        UnappliedMinor += AppliedMinor;
        UnappliedReturnedMinor += Method == PaymentMethod.Gateway ? 0 : AppliedMinor;
        AppliedMinor = 0;
        BonusMinor = 0;
    }

    /// <summary>Takes money for a refund before the gateway is asked, so that two refunds never exceed the payment.</summary>
    public void ReserveRefund(long amount, long surcharge)
    {
        RefundedMinor += amount;
        SurchargeReturnedMinor += surcharge;
    }

    public void ReleaseRefund(long amount, long surcharge)
    {
        RefundedMinor -= amount;
        SurchargeReturnedMinor -= surcharge;
    }

    public void ReturnSurplus(long amount) => UnappliedReturnedMinor += amount;

    public void KeepSurplus(long amount) => UnappliedReturnedMinor -= amount;

    private void MoveTo(PaymentStatus status) => Status = Status == status ? status : Moves.Move(Status, status);
}

/// <summary>What pays.</summary>
public enum PaymentMethod
{
    Gateway,
    Balance,
    Bonus,
}

/// <summary>What a payment from a balance is made of.</summary>
public sealed record FundsDraft(PaymentMethod Method, Id<Customer> PayerId, FundsPart Part, string Reference);

public enum PaymentStatus
{
    Pending,
    Succeeded,
    Declined,
    Unknown,
    Cancelled,
}

/// <summary>What the buyer must do next.</summary>
/// <param name="Kind"><c>redirect</c>, <c>form</c>, <c>qrCode</c> or <c>instructions</c>.</param>
/// <param name="Url">The gateway's page, for a redirect and a form.</param>
/// <param name="Fields">The form's fields.</param>
/// <param name="Lines">The code's content, or the instructions.</param>
public sealed record BuyerStep(string Kind, string? Url, IReadOnlyDictionary<string, string>? Fields, IReadOnlyList<string>? Lines)
{
    /// <summary>Of instructions for a bank transfer: where it goes.</summary>
    public TransferDetails? Transfer { get; init; }
}

/// <summary>What a payment starts with.</summary>
public sealed record PaymentDraft(
    string Gateway, string PluginVersion, long AmountMinor, long SurchargeMinor, string MerchantReference, string GatewayKey, string? ReturnUrl)
{
    public bool SavesCard { get; init; }

    public Id<SavedCard>? SavedCardId { get; init; }
}
