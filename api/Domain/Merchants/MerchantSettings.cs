using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.BankTransfers;

namespace BillingHeadless.Domain.Merchants;

/// <summary>What a merchant decides for itself. Amounts of time in days are calendar days of its zone.</summary>
public sealed record MerchantSettings
{
    /// <summary>Whether acts are issued by themselves when a payment has come, or only when they are asked for.</summary>
    public ActPolicy Acts { get; init; } = ActPolicy.Automatic;

    /// <summary>An act sent through this many days after the payment is in time.</summary>
    public int ActTermDays { get; init; } = 10;

    /// <summary>An invoice is payable through the day of issue plus these days.</summary>
    public int InvoiceValidityDays { get; init; } = 7;

    /// <summary>An automatic invoice is issued so many days before the paid time ends (B6).</summary>
    public int InvoiceLeadDays { get; init; } = 5;

    /// <summary>Days after the end of a period on which a saved card is tried again that was declined for a reason that may pass.</summary>
    public IReadOnlyList<int> CardRetryDays { get; init; } = [];

    /// <summary>Whether gateways are asked to save cards (C2, ruling 35).</summary>
    public bool SavedMethods { get; init; }

    /// <summary>The bonus for topping up, in the merchant's currency (C1).</summary>
    public IReadOnlyList<BonusTier> BonusTiers { get; init; } = [];

    /// <summary>Whether a month's usage may take a balance below zero (C3); if not, what is not covered is asked for by an invoice.</summary>
    public bool BalanceBelowZero { get; init; } = true;

    /// <summary>What becomes of money that arrives for an invoice that needs none.</summary>
    public SurplusPolicy SurplusPolicy { get; init; } = SurplusPolicy.Refund;

    /// <summary>The share of a payment that the buyer pays on top, by gateway.</summary>
    public IReadOnlyDictionary<string, int> SurchargeBasisPoints { get; init; } = new Dictionary<string, int>();

    /// <summary>Whether the surcharge stays with the merchant when a payment is refunded.</summary>
    public bool KeepSurchargeOnRefund { get; init; }

    /// <summary>The fields of the checkout's contact form, in order; the e-mail is always asked first.</summary>
    public IReadOnlyList<CheckoutField> CheckoutFields { get; init; } = CheckoutField.Defaults;

    public SupportContacts Support { get; init; } = new();

    public Requisites? Requisites { get; init; }

    /// <summary>Which version of the National Bank of Ukraine's code is drawn for transfers in hryvnias.</summary>
    public UkrainianCodeVersion UkrainianCode { get; init; } = UkrainianCodeVersion.Version3;

    public TaxSettings Tax { get; init; } = new();

    /// <summary>The title and name under the signature on documents.</summary>
    public Signatory? Signatory { get; init; }

    /// <summary>The seal as a <c>data:image/png</c> or <c>data:image/jpeg</c> address.</summary>
    public string? SealImage { get; init; }

    /// <summary>The signature as a <c>data:image/png</c> or <c>data:image/jpeg</c> address.</summary>
    public string? SignatureImage { get; init; }
}

public enum ActPolicy
{
    Automatic,
    OnRequest,
}

public enum SurplusPolicy
{
    /// <summary>Back to where it came from.</summary>
    Refund,

    /// <summary>To the customer's balance.</summary>
    Balance,
}

/// <summary>How to reach the merchant; shown on every page and in every mail.</summary>
public sealed record SupportContacts
{
    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? ChatUrl { get; init; }

    public string? FormUrl { get; init; }
}

/// <summary>Whether tax is charged, and of which category (UNCL5305: S, Z, E, O …).</summary>
public sealed record TaxSettings
{
    public bool Registered { get; init; }

    public string Category { get; init; } = "S";
}

/// <summary>Who signs documents.</summary>
public sealed record Signatory(string Title, string Name);
