using System.Text.Json.Serialization;
using BillingHeadless.Domain.BankTransfers;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Merchants;

/// <summary>What the merchant has decided for itself. Days are calendar days of its time zone.</summary>
public sealed record SettingsView : IVersionedView
{
    public required string MerchantId { get; init; }

    /// <summary>As buyers know it.</summary>
    public required string Name { get; init; }

    /// <summary>Whether money is real.</summary>
    public required MerchantMode Mode { get; init; }

    /// <summary>ISO 4217 code of its books' currency.</summary>
    public required string Currency { get; init; }

    /// <summary>IANA name.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Language of texts for which nothing else is known.</summary>
    public required string Locale { get; init; }

    /// <summary>Whether acts are issued by themselves when a payment has come, or when they are asked for.</summary>
    public required ActPolicy Acts { get; init; }

    /// <summary>An act sent through this many days after the payment is in time.</summary>
    public required int ActTermDays { get; init; }

    /// <summary>An invoice is payable through the day of issue plus these days.</summary>
    public required int InvoiceValidityDays { get; init; }

    /// <summary>An automatic invoice is issued so many days before the paid time of a service ends.</summary>
    public required int InvoiceLeadDays { get; init; }

    /// <summary>The bonus for topping up a balance, by amount in the merchant's currency.</summary>
    public required IReadOnlyList<BonusTierBody> BonusTiers { get; init; }

    /// <summary>Whether a month's usage may take a balance below zero.</summary>
    public required bool BalanceBelowZero { get; init; }

    /// <summary>What becomes of money that arrives for an invoice that needs none.</summary>
    public required SurplusPolicy SurplusPolicy { get; init; }

    /// <summary>The commission that the buyer pays on top, by gateway; 250 is 2.5 %.</summary>
    public required IReadOnlyDictionary<string, int> SurchargeBasisPoints { get; init; }

    /// <summary>Whether the surcharge stays with the merchant when a payment is refunded.</summary>
    public required bool KeepSurchargeOnRefund { get; init; }

    /// <summary>The fields of the checkout's contact form, in order; the e-mail is always asked first.</summary>
    public required IReadOnlyList<CheckoutFieldBody> CheckoutFields { get; init; }

    public required SupportBody Support { get; init; }

    public required RequisitesBody? Requisites { get; init; }

    /// <summary>Whether gateways are asked to save cards, under the customer's standing order.</summary>
    public required bool SavedMethods { get; init; }

    /// <summary>So many days after the paid time has ended a saved card is tried again that was declined for a reason that may pass.</summary>
    public required IReadOnlyList<int> CardRetryDays { get; init; }

    /// <summary>Which version of the National Bank of Ukraine's code is drawn for transfers in hryvnias.</summary>
    public required UkrainianCodeVersion UkrainianCode { get; init; }

    public required TaxBody Tax { get; init; }

    public required SignatoryBody? Signatory { get; init; }

    /// <summary>The seal as a data:image/png or data:image/jpeg address.</summary>
    public required string? SealImage { get; init; }

    /// <summary>The signature as a data:image/png or data:image/jpeg address.</summary>
    public required string? SignatureImage { get; init; }

    [JsonIgnore]
    public long Version { get; init; }

    public static SettingsView Of(Merchant merchant) => Of(merchant, merchant.Settings);

    private static SettingsView Of(Merchant merchant, MerchantSettings settings) => new()
    {
        MerchantId = merchant.Id.Value,
        Name = merchant.Name,
        Mode = merchant.Mode,
        Currency = merchant.Currency.Code,
        TimeZone = merchant.TimeZone,
        Locale = merchant.Locale,
        Acts = settings.Acts,
        ActTermDays = settings.ActTermDays,
        InvoiceValidityDays = settings.InvoiceValidityDays,
        InvoiceLeadDays = settings.InvoiceLeadDays,
        BonusTiers = [.. settings.BonusTiers.Select(BonusTierBody.Of)],
        BalanceBelowZero = settings.BalanceBelowZero,
        SurplusPolicy = settings.SurplusPolicy,
        SurchargeBasisPoints = settings.SurchargeBasisPoints,
        KeepSurchargeOnRefund = settings.KeepSurchargeOnRefund,
        CheckoutFields = [.. settings.CheckoutFields.Select(CheckoutFieldBody.Of)],
        Support = SupportBody.Of(settings.Support),
        Requisites = settings.Requisites is { } requisites ? RequisitesBody.Of(requisites) : null,
        SavedMethods = settings.SavedMethods,
        CardRetryDays = settings.CardRetryDays,
        UkrainianCode = settings.UkrainianCode,
        Tax = TaxBody.Of(settings.Tax),
        Signatory = settings.Signatory is { } signatory ? SignatoryBody.Of(signatory) : null,
        SealImage = settings.SealImage,
        SignatureImage = settings.SignatureImage,
        Version = merchant.Version,
    };
}
