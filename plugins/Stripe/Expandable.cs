using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingHeadless.Plugins.Stripe;

/// <summary>Stripe writes a related object as its id, or whole where it was asked to expand it.</summary>
internal abstract class Expandable<T> : JsonConverter<T?>
    where T : class
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => Named(reader.GetString()!),
        _ => Whole(ref reader),
    };

    public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Nothing of it is sent.");

    protected abstract T Named(string id);

    protected abstract T? Whole(ref Utf8JsonReader reader);
}

internal sealed class ExpandableIntent : Expandable<PaymentIntent>
{
    protected override PaymentIntent Named(string id) => new(id);

    protected override PaymentIntent? Whole(ref Utf8JsonReader reader) => JsonSerializer.Deserialize(ref reader, WireJson.Default.PaymentIntent);
}

internal sealed class ExpandableCharge : Expandable<Charge>
{
    protected override Charge Named(string id) => new(id);

    protected override Charge? Whole(ref Utf8JsonReader reader) => JsonSerializer.Deserialize(ref reader, WireJson.Default.Charge);
}
