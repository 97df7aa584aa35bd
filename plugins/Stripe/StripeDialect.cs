using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Stripe;

/// <summary>Stripe's words of refusal.</summary>
internal sealed class StripeDialect : ProviderDialect
{
    public static readonly StripeDialect Instance = new();

    /// <summary>What a card's refusal means, in words that every gateway shares.</summary>
    public static Declined DeclineOf(Error? error)
    {
        var code = error?.DeclineCode ?? error?.Code;
        var (kind, retryMayHelp) = code switch
        {
            "insufficient_funds" => (DeclineKind.InsufficientFunds, true),
            "expired_card" => (DeclineKind.CardExpired, false),
            "authentication_required" => (DeclineKind.AuthenticationFailed, true),
            "fraudulent" or "stolen_card" or "lost_card" or "pickup_card" => (DeclineKind.SuspectedFraud, false),
            "card_velocity_exceeded" or "withdrawal_count_limit_exceeded" => (DeclineKind.LimitExceeded, true),
            "processing_error" or "try_again_later" or "issuer_not_available" => (DeclineKind.Other, true),
            "incorrect_cvc" or "incorrect_number" or "invalid_cvc" => (DeclineKind.CardRefused, true),
            _ => (DeclineKind.CardRefused, false),
        };
        return new Declined(kind, retryMayHelp) { ProviderCode = code };
    }

    protected override string? DetailOf(Answered answer) => ErrorOf(answer)?.Message;

    protected override GatewayOutcome? RefusalOf(Answered answer) => (answer.Status, ErrorOf(answer)) switch
    {
        (_, { Type: "card_error" } error) => DeclineOf(error) with { ProviderReference = error.PaymentIntent?.Id },

        // The same key is at work in another request: what that one does is not known yet.
        (409, _) => new Unknown(UnknownKind.ProviderFailed),
        (_, { Code: "charge_already_refunded" or "resource_missing" } error) => new Declined(DeclineKind.Other, RetryMayHelp: false) { ProviderCode = error.Code },
        _ => null,
    };

    protected override bool SaysNotFound(Answered answer) => answer.Status == 404 && ErrorOf(answer)?.Code == "resource_missing";

    private static Error? ErrorOf(Answered answer) => WireText.Read(answer.Body, WireJson.Default.ErrorAnswer)?.Error;
}
