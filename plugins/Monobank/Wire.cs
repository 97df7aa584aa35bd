using System.Text.Json.Serialization;

namespace BillingHeadless.Plugins.Monobank;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InvoiceBody))]
[JsonSerializable(typeof(InvoiceAnswer))]
[JsonSerializable(typeof(WalletPaymentBody))]
[JsonSerializable(typeof(InvoiceState))]
[JsonSerializable(typeof(CancelBody))]
[JsonSerializable(typeof(CancelAnswer))]
[JsonSerializable(typeof(Statement))]
[JsonSerializable(typeof(PublicKeyAnswer))]
[JsonSerializable(typeof(ErrorAnswer))]
internal sealed partial class WireJson : JsonSerializerContext;

internal sealed record InvoiceBody(
    long Amount, int Ccy, PaymentInfoBody MerchantPaymInfo, string RedirectUrl, string WebHookUrl, long Validity, string PaymentType, SaveCardBody? SaveCardData);

internal sealed record PaymentInfoBody(string Reference, string Destination);

internal sealed record SaveCardBody(bool SaveCard, string WalletId);

internal sealed record InvoiceAnswer(string? InvoiceId, string? PageUrl);

internal sealed record WalletPaymentBody(
    string CardToken, long Amount, int Ccy, string InitiationKind, PaymentInfoBody MerchantPaymInfo, string WebHookUrl, string PaymentType);

/// <summary>The answer of the status, and the body of a webhook.</summary>
internal sealed record InvoiceState(
    string? InvoiceId,
    string? Status,
    string? FailureReason,
    string? ErrCode,
    long? Amount,
    int? Ccy,
    string? ModifiedDate,
    string? Reference,
    CancelItem[]? CancelList,
    PaidInfo? PaymentInfo,
    WalletData? WalletData);

internal sealed record CancelItem(string? Status, long? Amount, int? Ccy, string? ModifiedDate, string? ExtRef);

internal sealed record PaidInfo(string? MaskedPan, string? PaymentSystem, string? PaymentMethod);

internal sealed record WalletData(string? CardToken, string? WalletId, string? Status);

internal sealed record CancelBody(string InvoiceId, string ExtRef, long Amount);

internal sealed record CancelAnswer(string? Status);

internal sealed record Statement(StatementItem[]? List);

internal sealed record StatementItem(string? InvoiceId, string? Reference);

internal sealed record PublicKeyAnswer(string? Key);

internal sealed record ErrorAnswer(string? ErrCode, string? ErrText);
