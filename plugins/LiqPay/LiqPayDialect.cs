using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.LiqPay;

/// <summary>LiqPay's words of refusal. They come in good answers, with <c>result: error</c>.</summary>
internal sealed class LiqPayDialect : ProviderDialect
{
    public const string PaymentNotFound = "payment_not_found";

    public static readonly LiqPayDialect Instance = new();

    /// <summary>Whether the code speaks of the keys, and which setting is to blame.</summary>
    public static string? SettingToBlame(string? code) => code switch
    {
        "public_key_not_found" or "shop_blocked" or "shop_not_active" => LiqPaySettings.PublicKeyName,
        "err_signature" or "invalid_signature" or "err_auth" => LiqPaySettings.PrivateKeyName,
        _ => null,
    };

    /// <summary>What a refused command means; null when it was not refused.</summary>
    public static GatewayOutcome? RefusalOf(LiqPayAnswer answer) => answer switch
    {
        { Result: not "error" } => null,
        { ErrorCode: { } code } when SettingToBlame(code) is not null => new NotSent(NotSentKind.NotConfigured) { Detail = $"LiqPay: {code}." },

        // The same order may be at work: what became of it is to be asked.
        { ErrorCode: "order_id_duplicate" } => new Unknown(UnknownKind.ProviderFailed),
        { ErrorCode: "wrong_amount_currency" or "err_currency_is_not_allowed" or "order_id_empty" or "err_api_ip" } =>
            new NotSent(NotSentKind.InvalidRequest) { Detail = $"LiqPay: {answer.ErrorCode}." },
        _ => DeclineOf(answer.ErrorCode),
    };

    public static Declined DeclineOf(string? code)
    {
        var (kind, retryMayHelp) = code switch
        {
            "limit" or "amount_limit" or "err_limit_amount" => (DeclineKind.LimitExceeded, true),
            "frod" => (DeclineKind.SuspectedFraud, false),
            "expired_3ds" or "expired_otp" => (DeclineKind.AuthenticationFailed, true),
            "expired" => (DeclineKind.Expired, true),
            "decline" => (DeclineKind.CardRefused, false),
            _ => (DeclineKind.Other, true),
        };
        return new Declined(kind, retryMayHelp) { ProviderCode = code };
    }
}
