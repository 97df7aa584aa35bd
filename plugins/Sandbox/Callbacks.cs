using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Sandbox;

/// <summary>Reads the provider's callbacks: first whether they are genuine, then what they say.</summary>
internal static class Callbacks
{
    private static readonly InboundReply Taken = new(200);
    private static readonly InboundReply Malformed = new(400);

    public static Inbound Read(InboundMessage message, SandboxSettings settings, DateTimeOffset now)
    {
        if (!CallbackSignature.IsGenuine(message, settings.SigningSecret, now))
        {
            return Inbound.Refused;
        }

        return WireText.Read(message.Body, WireJson.Default.CallbackEvent) is { } callback
            ? new Inbound(true, Facts(callback), Taken)
            : new Inbound(true, [], Malformed);
    }

    // An event of a kind that is not known here concerns no payment of ours: taken, and nothing more.
    private static IReadOnlyList<PaymentFact> Facts(CallbackEvent callback) => callback switch
    {
        { Checkout: { } checkout } when callback.Type.StartsWith("checkout.", StringComparison.Ordinal) =>
            Fact(callback.EventId, OperationKind.Payment, checkout.Reference, Payments.OutcomeOf(checkout)),
        { Refund: { } refund } when callback.Type.StartsWith("refund.", StringComparison.Ordinal) =>
            Fact(callback.EventId, OperationKind.Refund, refund.Reference, Refunds.OutcomeOf(refund)),
        _ => [],
    };

    private static IReadOnlyList<PaymentFact> Fact(string eventId, OperationKind kind, string reference, GatewayOutcome? outcome) =>
        outcome is null ? [] : [new PaymentFact(eventId, kind, reference, outcome)];
}
