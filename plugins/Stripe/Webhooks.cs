using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Stripe;

/// <summary>Reads Stripe's events: first whether they are genuine, then what they say about payments and refunds of ours.</summary>
internal static class Webhooks
{
    private static readonly InboundReply Taken = new(200);
    private static readonly InboundReply Later = new(503);

    public static async Task<Inbound> ReadAsync(InboundMessage message, GatewayCall<StripeSettings> call)
    {
        if (!WebhookSignature.IsGenuine(message, call.Settings.WebhookSecret, call.Now))
        {
            return Inbound.Refused;
        }

        if (WireText.Read(message.Body, WireJson.Default.Event) is not { Id: { } id, Type: { } type, Data.Object: { ValueKind: JsonValueKind.Object } subject } notice)
        {
            return new Inbound(true, [], new InboundReply(400));
        }

        if (notice.Livemode != !call.Host.TestMode)
        {
            return new Inbound(true, [], Taken);
        }

        return await FactAsync(id, type, subject, call).ConfigureAwait(false);
    }

    private static async Task<Inbound> FactAsync(string id, string type, JsonElement subject, GatewayCall<StripeSettings> call)
    {
        switch (type)
        {
            case "checkout.session.completed" or "checkout.session.async_payment_succeeded" or "checkout.session.async_payment_failed" or "checkout.session.expired":
                return await OfSessionAsync(id, type, Part(subject, WireJson.Default.Session), call).ConfigureAwait(false);
            case "payment_intent.succeeded" or "payment_intent.payment_failed" or "payment_intent.canceled":
                return OfIntent(id, Part(subject, WireJson.Default.PaymentIntent), call);
            case "refund.created" or "refund.updated" or "refund.failed" or "charge.refund.updated":
                return OfRefund(id, Part(subject, WireJson.Default.Refund));
            default:
                return new Inbound(true, [], Taken);
        }
    }

    private static async Task<Inbound> OfSessionAsync(string id, string type, Session? session, GatewayCall<StripeSettings> call)
    {
        if (session is not { Id: { } sessionId, ClientReferenceId: { } reference })
        {
            return new Inbound(true, [], Taken);
        }

        if (type == "checkout.session.async_payment_failed")
        {
            return Fact(id, OperationKind.Payment, reference, new Declined(DeclineKind.Other, RetryMayHelp: true) { ProviderCode = type, ProviderReference = sessionId });
        }

        // The event tells neither card nor wallet nor the kept method: the session is read again for them. For the money alone the event is enough.
        var whole = session.PaymentStatus == "paid" ? (await Checkouts.ReadAgainAsync(sessionId, call).ConfigureAwait(false)).Session : null;
        return whole is null && session.PaymentStatus == "paid" && session.Metadata?.ContainsKey(Checkouts.SaveKey) == true
            ? new Inbound(true, [], Later)
            : Fact(id, OperationKind.Payment, reference, Checkouts.OutcomeOf(whole ?? session, call));
    }

    // On Stripe's page a buyer may try another card after a failure: only a charge without a page ends with it.
    private static Inbound OfIntent(string id, PaymentIntent? intent, GatewayCall<StripeSettings> call) =>
        intent is not null && Intents.ReferenceOf(intent) is { } reference && Intents.IsOffSession(intent)
            ? Fact(id, OperationKind.Payment, reference, Intents.OutcomeOf(intent, call))
            : new Inbound(true, [], Taken);

    private static Inbound OfRefund(string id, Refund? refund) =>
        refund is not null && Refunds.ReferenceOf(refund) is { } reference
            ? Fact(id, OperationKind.Refund, reference, Refunds.OutcomeOf(refund))
            : new Inbound(true, [], Taken);

    private static Inbound Fact(string id, OperationKind kind, string reference, GatewayOutcome? outcome) =>
        new(true, outcome is null ? [] : [new PaymentFact(id, kind, reference, outcome)], Taken);

    private static T? Part<T>(JsonElement element, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return element.Deserialize(type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
