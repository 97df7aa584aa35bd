using System.Text.Json.Serialization;
using BillingHeadless.SandboxProvider.Callbacks;
using BillingHeadless.SandboxProvider.Http;

namespace BillingHeadless.SandboxProvider.Checkouts;

/// <summary>A payment at the provider: from its page to the money.</summary>
internal sealed record Checkout
{
    public required string Id { get; init; }

    public required long AccountId { get; init; }

    public required string Reference { get; init; }

    public required string IdempotencyKey { get; init; }

    public required long Amount { get; init; }

    public required string Currency { get; init; }

    public required string Description { get; init; }

    public required PageLanguage Language { get; init; }

    public required string ReturnUrl { get; init; }

    public required string CallbackUrl { get; init; }

    public required CallbackMode Callbacks { get; init; }

    public required int CallbackDelaySeconds { get; init; }

    public required long CreatedAt { get; init; }

    public CheckoutStatus Status { get; init; } = CheckoutStatus.Open;

    public DeclineCode? DeclineCode { get; init; }

    /// <summary>The card's last four digits.</summary>
    public string? Mask { get; init; }

    public PageWallet? Wallet { get; init; }

    public int WrongCodes { get; init; }

    /// <summary>The buyer's name at the shop, where a card is to be saved or was.</summary>
    public string? Customer { get; init; }

    /// <summary>The shop asks for the card to be saved.</summary>
    public bool SavesCard { get; init; }

    /// <summary>The token of the card that was saved, or that is charged without the buyer.</summary>
    public string? SavedCard { get; init; }

    /// <summary>The next status query is to be left without an answer.</summary>
    public bool HoldsNextQuery { get; init; }

    /// <summary>Refunded and about to be refunded.</summary>
    public long Refunded { get; init; }

    public bool IsClosed => Status is CheckoutStatus.Succeeded or CheckoutStatus.Declined;

    /// <summary>What it is at an instant: a page that nobody has paid on closes by itself.</summary>
    public Checkout At(long now) => IsClosed || now - CreatedAt < (long)Limits.CheckoutLifetime.TotalMilliseconds
        ? this
        : this with { Status = CheckoutStatus.Declined, DeclineCode = Checkouts.DeclineCode.Expired };

    /// <summary>Whether it is what this request asks for, so that the request is a repetition.</summary>
    public bool Answers(CheckoutRequest request) =>
        (Reference, Amount, Currency, SavesCard) == (request.Reference, request.Amount, request.Currency, request.SaveCard)
        && (request.SavedCard is null || request.SavedCard == SavedCard);
}

/// <summary>States: open → (confirming →) succeeded or declined.</summary>
[JsonConverter(typeof(CamelCaseEnum<CheckoutStatus>))]
internal enum CheckoutStatus
{
    /// <summary>The buyer has not paid yet.</summary>
    Open,

    /// <summary>The buyer is asked for a 3-D Secure code.</summary>
    Confirming,

    Succeeded,
    Declined,
}

/// <summary>Why there was no payment.</summary>
[JsonConverter(typeof(CamelCaseEnum<DeclineCode>))]
internal enum DeclineCode
{
    CardDeclined,
    InsufficientFunds,
    AuthenticationFailed,
    CancelledByBuyer,
    Expired,
}

/// <summary>Wallets of the payment page.</summary>
[JsonConverter(typeof(CamelCaseEnum<PageWallet>))]
internal enum PageWallet
{
    ApplePay,
    GooglePay,
    SamsungPay,
}
