using System.Security.Cryptography;
using System.Text;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace Acme;

/// <summary>Reads what Acme tells: first whether it is genuine, over the raw bytes, then what it says.</summary>
internal static class Webhooks
{
    private const string SignatureHeader = "Acme-Signature";
    private static readonly InboundReply Taken = new(200);

    public static Inbound Read(InboundMessage message, AcmeSettings settings)
    {
        if (message.Header(SignatureHeader) is not { } claimed || !WireText.AreEqual(Signature(message.Body.Span, settings.WebhookSecret), claimed))
        {
            return Inbound.Refused;
        }

        return WireText.Read(message.Body, WireJson.Default.Notice) switch
        {
            { EventId: { } id, Payment: { Reference: { } reference } payment } => Fact(id, OperationKind.Payment, reference, Payments.OutcomeOf(payment)),
            { EventId: { } id, Refund: { Reference: { } reference } refund } => Fact(id, OperationKind.Refund, reference, Refunds.OutcomeOf(refund)),
            _ => new Inbound(true, [], Taken),
        };
    }

    private static Inbound Fact(string id, OperationKind kind, string reference, GatewayOutcome? outcome) =>
        new(true, outcome is null ? [] : [new PaymentFact(id, kind, reference, outcome)], Taken);

    private static string Signature(ReadOnlySpan<byte> body, string secret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
}
