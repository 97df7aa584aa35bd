using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.YooKassa;

/// <summary>
/// Notifications are not signed: anybody can send one. It only says what to read again, and only what is read counts.
/// </summary>
internal static class Notifications
{
    private static readonly InboundReply Taken = new(200);
    private static readonly Inbound Later = new(false, [], new InboundReply(503));

    public static async Task<Inbound> ReadAsync(InboundMessage message, GatewayCall<YooKassaSettings> call)
    {
        if (WireText.Read(message.Body, WireJson.Default.Notice) is not { Type: "notification", Event: { } name, Object.Id: { Length: > 0 } id })
        {
            return Inbound.Refused;
        }

        return name.Split('.')[0] switch
        {
            "payment" => await OfPaymentAsync(id, call).ConfigureAwait(false),
            "refund" => await OfRefundAsync(id, call).ConfigureAwait(false),
            _ => new Inbound(false, [], Taken),
        };
    }

    private static async Task<Inbound> OfPaymentAsync(string id, GatewayCall<YooKassaSettings> call)
    {
        var reply = await new YooKassaClient(call).GetAsync($"payments/{Uri.EscapeDataString(id)}").ConfigureAwait(false);
        if (reply is not Answered { IsSuccess: true } answer)
        {
            return Failed(reply);
        }

        return WireText.Read(answer.Body, WireJson.Default.PaymentAnswer) is { } payment && payment.Id == id
            ? Fact(OperationKind.Payment, $"payment.{payment.Status}:{id}", Payments.ReferenceOf(payment), Payments.OutcomeOf(payment, call))
            : Later;
    }

    private static async Task<Inbound> OfRefundAsync(string id, GatewayCall<YooKassaSettings> call)
    {
        var reply = await new YooKassaClient(call).GetAsync($"refunds/{Uri.EscapeDataString(id)}").ConfigureAwait(false);
        if (reply is not Answered { IsSuccess: true } answer)
        {
            return Failed(reply);
        }

        return WireText.Read(answer.Body, WireJson.Default.RefundAnswer) is { } refund && refund.Id == id
            ? Fact(OperationKind.Refund, $"refund.{refund.Status}:{id}", Refunds.ReferenceOf(refund), Refunds.OutcomeOf(refund))
            : Later;
    }

    // Of what YooKassa does not know, the message is a lie; when it cannot be asked, it shall be sent again.
    private static Inbound Failed(ProviderReply reply) => reply is Answered answer && YooKassaDialect.IsNotFound(answer) ? Inbound.Refused : Later;

    private static Inbound Fact(OperationKind kind, string eventId, string? reference, GatewayOutcome? outcome) =>
        new(true, reference is null || outcome is null ? [] : [new PaymentFact(eventId, kind, reference, outcome)], Taken);
}
