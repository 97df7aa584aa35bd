using System.Text.Json.Serialization;
using BillingHeadless.Plugins;
using BillingHeadless.SandboxProvider.Callbacks;
using BillingHeadless.SandboxProvider.Http;

namespace BillingHeadless.SandboxProvider.Checkouts;

/// <summary>What a gateway sends to begin a payment.</summary>
internal sealed record CheckoutRequest(
    string Reference,
    long Amount,
    string Currency,
    string Description,
    string ReturnUrl,
    string CallbackUrl,
    PageLanguage Language,
    CallbackMode Callbacks = CallbackMode.Normal,
    int CallbackDelaySeconds = 0,
    bool SaveCard = false,
    string? SavedCard = null,
    string? Customer = null)
{
    /// <summary>The first rule that the request breaks, or null.</summary>
    public Refusal? Check(SandboxProviderOptions options) => this switch
    {
        { Reference.Length: 0 or > Limits.ReferenceLength } => Refusal.Invalid("reference", $"1 to {Limits.ReferenceLength} characters."),
        { Amount: < 1 or > Limits.LargestAmount } => Refusal.Invalid("amount", $"1 to {Limits.LargestAmount} minor units."),
        _ when !BillingHeadless.Plugins.Currency.IsCode(Currency) => Refusal.Invalid("currency", "an ISO 4217 code in capitals."),
        { Description.Length: > Limits.DescriptionLength } =>
            Refusal.Invalid("description", $"at most {Limits.DescriptionLength} characters."),
        _ when !IsWebAddress(ReturnUrl) => Refusal.Invalid("returnUrl", "an absolute http or https address."),
        _ when !IsWebAddress(CallbackUrl) => Refusal.Invalid("callbackUrl", "an absolute http or https address."),
        _ when !CallbackAddress.IsAllowed(new Uri(CallbackUrl), options) => Refusal.CallbackAddressRefused,
        { SaveCard: true, Customer: null } or { SavedCard: not null, Customer: null } => Refusal.Invalid("customer", "needed where a card is saved or charged."),
        { Customer.Length: 0 or > Limits.ReferenceLength } or { SavedCard.Length: 0 or > Limits.ReferenceLength } =>
            Refusal.Invalid("customer", $"1 to {Limits.ReferenceLength} characters, and so the saved card."),
        { CallbackDelaySeconds: < 0 or > Limits.LongestDelaySeconds } =>
            Refusal.Invalid("callbackDelaySeconds", $"0 to {Limits.LongestDelaySeconds}."),
        _ => null,
    };

    private static bool IsWebAddress(string text) =>
        text.Length <= Limits.UrlLength && text.All(IsVisibleAscii)
        && Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme is "http" or "https");

    // What goes into a Location header must survive there.
    private static bool IsVisibleAscii(char character) => character is > ' ' and < '\x7f';
}

/// <summary>Languages of the payment page.</summary>
[JsonConverter(typeof(CamelCaseEnum<PageLanguage>))]
internal enum PageLanguage
{
    Uk,
    En,
    Ru,
    Kk,
}
