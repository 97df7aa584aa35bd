using System.Text.Json;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.LiqPay;

/// <summary>
/// What LiqPay says of a payment, in answers and callbacks alike. Its types vary: a number may come as a text, so every field is read as the
/// text that stands there.
/// </summary>
internal sealed class LiqPayAnswer
{
    private readonly Dictionary<string, string> fields;

    private LiqPayAnswer(Dictionary<string, string> fields) => this.fields = fields;

    public string? Status => this["status"];

    public string? Result => this["result"];

    public string? ErrorCode => this["err_code"] ?? this["code"];

    public string? OrderId => this[LiqPayFields.OrderId];

    public string? PaymentId => this["payment_id"];

    public Money? Paid => AmountOf(LiqPayFields.Amount);

    /// <summary>What has gone back in all; nothing when LiqPay says nothing of it.</summary>
    public Money? Returned => this["refund_amount"] is null && Currency is { } currency ? Money.Zero(currency) : AmountOf("refund_amount");

    private Currency? Currency => Plugins.Currency.IsCode(this["currency"]) ? new Currency(this["currency"]!) : null;

    public string? this[string name] => fields.GetValueOrDefault(name);

    /// <summary>Null when the bytes are no JSON object.</summary>
    public static LiqPayAnswer? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new LiqPayAnswer(document.RootElement.EnumerateObject()
                    .Where(property => property.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Object or JsonValueKind.Array))
                    .GroupBy(property => property.Name)
                    .ToDictionary(group => group.Key, group => TextOf(group.Last().Value)))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private Money? AmountOf(string name) => Currency is { } currency ? MajorUnits.Read(this[name], currency) : null;
}
