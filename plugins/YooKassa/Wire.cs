using System.Text.Json.Serialization;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.YooKassa;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PaymentBody))]
[JsonSerializable(typeof(PaymentAnswer))]
[JsonSerializable(typeof(ListAnswer<PaymentAnswer>), TypeInfoPropertyName = "PaymentList")]
[JsonSerializable(typeof(RefundBody))]
[JsonSerializable(typeof(RefundAnswer))]
[JsonSerializable(typeof(ListAnswer<RefundAnswer>), TypeInfoPropertyName = "RefundList")]
[JsonSerializable(typeof(Notice))]
[JsonSerializable(typeof(ErrorAnswer))]
internal sealed partial class WireJson : JsonSerializerContext;

internal sealed record Amount(string Value, string Currency)
{
    public static Amount Of(Money money) => new(MajorUnits.Write(money), money.Currency.Code);

    public Money? Read() => Plugins.Currency.IsCode(Currency) ? MajorUnits.Read(Value, new Currency(Currency)) : null;
}

internal sealed record PaymentBody(
    Amount Amount,
    bool Capture,
    Confirmation? Confirmation,
    string Description,
    Dictionary<string, string> Metadata,
    Receipt? Receipt,
    bool? SavePaymentMethod,
    string? PaymentMethodId,
    string? MerchantCustomerId);

internal sealed record Confirmation(string Type, string? ReturnUrl = null, string? Locale = null, string? ConfirmationUrl = null);

internal sealed record PaymentAnswer(
    string? Type,
    int? RetryAfter,
    string? Id,
    string? Status,
    Amount? Amount,
    Confirmation? Confirmation,
    PaymentMethod? PaymentMethod,
    Cancellation? CancellationDetails,
    Dictionary<string, string>? Metadata,
    bool? Test);

internal sealed record PaymentMethod(string? Type, string? Id, bool? Saved, Card? Card);

internal sealed record Card(string? Last4, string? CardType);

internal sealed record Cancellation(string? Party, string? Reason);

internal sealed record RefundBody(string PaymentId, Amount Amount, string Description, Dictionary<string, string> Metadata, Receipt? Receipt);

internal sealed record RefundAnswer(
    string? Type, int? RetryAfter, string? Id, string? PaymentId, string? Status, Amount? Amount, Cancellation? CancellationDetails, Dictionary<string, string>? Metadata);

internal sealed record ListAnswer<T>(T[]? Items, string? NextCursor);

internal sealed record Receipt(Customer Customer, ReceiptItem[] Items, int TaxSystemCode);

internal sealed record Customer(string Email);

internal sealed record ReceiptItem(string Description, string Quantity, Amount Amount, int VatCode, string PaymentMode, string PaymentSubject, string Measure);

internal sealed record Notice(string? Type, string? Event, NoticeObject? Object);

internal sealed record NoticeObject(string? Id);

internal sealed record ErrorAnswer(string? Type, string? Code, string? Description);
