using System.Text.Json.Serialization;

namespace BillingHeadless.Plugins.Stripe;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Session))]
[JsonSerializable(typeof(Page<Session>))]
[JsonSerializable(typeof(PaymentIntent))]
[JsonSerializable(typeof(Page<PaymentIntent>))]
[JsonSerializable(typeof(Refund))]
[JsonSerializable(typeof(Page<Refund>))]
[JsonSerializable(typeof(Event))]
[JsonSerializable(typeof(ErrorAnswer))]
internal sealed partial class WireJson : JsonSerializerContext;

/// <summary>A checkout session; the payment intent is expanded where we ask for it, otherwise its id.</summary>
internal sealed record Session(
    string? Id,
    string? Url,
    string? Status,
    string? PaymentStatus,
    [property: JsonConverter(typeof(ExpandableIntent))] PaymentIntent? PaymentIntent,
    long? AmountTotal,
    string? Currency,
    string? ClientReferenceId,
    Dictionary<string, string>? Metadata,
    bool? Livemode);

internal sealed record PaymentIntent(
    string? Id,
    string? Status = null,
    long? Amount = null,
    long? AmountReceived = null,
    string? Currency = null,
    string? Customer = null,
    string? PaymentMethod = null,
    [property: JsonConverter(typeof(ExpandableCharge))] Charge? LatestCharge = null,
    Error? LastPaymentError = null,
    Dictionary<string, string>? Metadata = null,
    bool? Livemode = null);

internal sealed record Charge(string? Id, ChargeDetails? PaymentMethodDetails = null);

internal sealed record ChargeDetails(CardDetails? Card);

internal sealed record CardDetails(string? Brand, string? Last4, CardWallet? Wallet);

internal sealed record CardWallet(string? Type);

internal sealed record Refund(
    string? Id, string? Status, long? Amount, string? Currency, string? FailureReason, Dictionary<string, string>? Metadata);

internal sealed record Page<T>(T[]? Data, bool HasMore);

internal sealed record Event(string? Id, string? Type, bool? Livemode, EventData? Data);

internal sealed record EventData(System.Text.Json.JsonElement Object);

internal sealed record ErrorAnswer(Error? Error);

internal sealed record Error(string? Type, string? Code, string? DeclineCode, string? Message, PaymentIntent? PaymentIntent = null);
