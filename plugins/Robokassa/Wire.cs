using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingHeadless.Plugins.Robokassa;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(RefundRequest))]
[JsonSerializable(typeof(RefundAnswer))]
[JsonSerializable(typeof(RefundState))]
internal sealed partial class WireJson : JsonSerializerContext;

/// <summary>A number that is exact on the wire.</summary>
[JsonConverter(typeof(RawNumberConverter))]
internal readonly record struct RawNumber(string Text);

internal sealed class RawNumberConverter : JsonConverter<RawNumber>
{
    public override RawNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Nothing of it is received.");

    public override void Write(Utf8JsonWriter writer, RawNumber value, JsonSerializerOptions options) => writer.WriteRawValue(value.Text);
}

internal sealed record RefundRequest(
    [property: JsonPropertyName("OpKey")] string OpKey,
    [property: JsonPropertyName("RefundSum")] RawNumber RefundSum,
    [property: JsonPropertyName("InvoiceItems")] RefundItem[]? InvoiceItems);

internal sealed record RefundItem(
    [property: JsonPropertyName("Name")] string Name,
    [property: JsonPropertyName("Quantity")] int Quantity,
    [property: JsonPropertyName("Cost")] RawNumber Cost,
    [property: JsonPropertyName("Tax")] string Tax,
    [property: JsonPropertyName("PaymentMethod")] string PaymentMethod,
    [property: JsonPropertyName("PaymentObject")] string PaymentObject);

internal sealed record RefundAnswer(bool? Success, string? RequestId, string? Message);

/// <summary>Where the word stands is not documented in public: each of these was seen.</summary>
internal sealed record RefundState(string? Label, string? State, string? Status)
{
    public string? Word => Label ?? State ?? Status;
}
