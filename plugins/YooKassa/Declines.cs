using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Plugins.YooKassa;

/// <summary>Reasons of cancellation, in words that every gateway shares.</summary>
internal static class Declines
{
    public static Declined Of(string? reason)
    {
        var (kind, retryMayHelp) = reason switch
        {
            "insufficient_funds" => (DeclineKind.InsufficientFunds, true),
            "expired_on_confirmation" or "expired_on_capture" => (DeclineKind.Expired, true),
            "card_expired" => (DeclineKind.CardExpired, false),
            "3d_secure_failed" => (DeclineKind.AuthenticationFailed, true),
            "fraud_suspected" => (DeclineKind.SuspectedFraud, false),
            "payment_method_limit_exceeded" => (DeclineKind.LimitExceeded, true),
            "invalid_csc" or "invalid_card_number" => (DeclineKind.CardRefused, true),
            "issuer_unavailable" or "internal_timeout" => (DeclineKind.Other, true),
            "canceled_by_merchant" or "permission_revoked" => (DeclineKind.Other, false),
            _ => (DeclineKind.CardRefused, false),
        };
        return new Declined(kind, retryMayHelp) { ProviderCode = reason };
    }
}
