using System.Buffers.Text;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.LiqPay;

/// <summary>Reads callbacks: a form with data and signature, as in requests.</summary>
internal static class Callbacks
{
    private static readonly InboundReply Taken = new(200);
    private static readonly InboundReply Malformed = new(400);

    public static Inbound Read(InboundMessage message, GatewayCall<LiqPaySettings> call)
    {
        var fields = WebForm.Read(message.Body.Span);
        var (data, signature) = (fields.FirstOrDefault(field => field.Key == "data").Value, fields.FirstOrDefault(field => field.Key == "signature").Value);
        if (data is null || signature is null || !WireText.AreEqual(SignedData.Signature(data, call.Settings), signature))
        {
            return Inbound.Refused;
        }

        if (!Base64.IsValid(data) || LiqPayAnswer.Read(Convert.FromBase64String(data)) is not { OrderId: { } order } answer)
        {
            return new Inbound(true, [], Malformed);
        }

        // That money went back is told of the order, not of a refund: which one it was is found by its total, when it is asked about.
        return answer["public_key"] != call.Settings.PublicKey || answer.Status == "reversed"
            ? new Inbound(true, [], Taken)
            : Fact(answer, order, call);
    }

    private static Inbound Fact(LiqPayAnswer answer, string order, GatewayCall<LiqPaySettings> call)
    {
        var key = new OperationKey { IdempotencyKey = "", MerchantReference = order };
        var eventId = $"{answer.PaymentId}:{order}:{answer.Status}";
        return new Inbound(true, Payments.OutcomeOf(answer, key, call) is { } outcome ? [new PaymentFact(eventId, OperationKind.Payment, order, outcome)] : [], Taken);
    }
}
