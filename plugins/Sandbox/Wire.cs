using System.Text.Json.Serialization;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Sandbox;

/// <summary>What goes to the provider, and what comes back.</summary>
internal static class Wire
{
    private const int LongestText = 500;

    /// <summary>As much of a text as the provider takes.</summary>
    public static string Shortened(string text) => WireText.Shortened(text, LongestText);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(AccountBody))]
[JsonSerializable(typeof(CheckoutBody))]
[JsonSerializable(typeof(CheckoutAnswer))]
[JsonSerializable(typeof(ForgetCardBody))]
[JsonSerializable(typeof(ForgottenAnswer))]
[JsonSerializable(typeof(RefundBody))]
[JsonSerializable(typeof(RefundAnswer))]
[JsonSerializable(typeof(CallbackEvent))]
[JsonSerializable(typeof(ProblemAnswer))]
internal sealed partial class WireJson : JsonSerializerContext;

internal sealed record AccountBody(string SigningSecret);

internal sealed record CheckoutBody(
    string Reference,
    long Amount,
    string Currency,
    string Description,
    string ReturnUrl,
    string CallbackUrl,
    string Language,
    string Callbacks,
    int CallbackDelaySeconds,
    bool SaveCard,
    string? SavedCard,
    string? Customer);

internal sealed record ForgetCardBody(string SavedCard, string Customer);

internal sealed record ForgottenAnswer(bool Forgotten);

internal sealed record CheckoutAnswer(
    string Id,
    string Reference,
    string Status,
    long Amount,
    string Currency,
    string? DeclineCode = null,
    string? Mask = null,
    string? Wallet = null,
    string? SavedCard = null,
    string? Page = null);

internal sealed record RefundBody(
    string Reference,
    string PaymentReference,
    long Amount,
    string Currency,
    string Reason,
    string Mode,
    int DelaySeconds,
    string Callbacks,
    int CallbackDelaySeconds);

internal sealed record RefundAnswer(string Id, string Reference, string PaymentReference, string Status, long Amount, string Currency);

internal sealed record CallbackEvent(string EventId, string Type, CheckoutAnswer? Checkout = null, RefundAnswer? Refund = null);

internal sealed record ProblemAnswer(string Code, string Detail);
