using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Monobank;

/// <summary>Reads webhooks: the whole state of an invoice, signed by the bank's key over the raw body.</summary>
internal static class Webhooks
{
    private const string Header = "X-Sign";
    private const int LongestSignature = 256;
    private static readonly InboundReply Taken = new(200);

    public static async Task<Inbound> ReadAsync(InboundMessage message, PublicKeys keys, GatewayCall<MonobankSettings> call)
    {
        // The bank looks whether anybody is there.
        if (message.Method == "GET")
        {
            return new Inbound(false, [], Taken);
        }

        if (message.Header(Header) is not { Length: <= LongestSignature } text || SignatureOf(text) is not { } signature)
        {
            return Inbound.Refused;
        }

        return await keys.VerifyAsync(message.Body, signature, call).ConfigureAwait(false) switch
        {
            null => new Inbound(false, [], new InboundReply(503)),
            false => Inbound.Refused,
            true when WireText.Read(message.Body, WireJson.Default.InvoiceState) is { InvoiceId: { } id } state => new Inbound(true, [.. Facts(id, state)], Taken),
            true => new Inbound(true, [], new InboundReply(400)),
        };
    }

    private static byte[]? SignatureOf(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }

    // The same state has the same name, however often and in which order it comes.
    private static IEnumerable<PaymentFact> Facts(string id, InvoiceState state)
    {
        if (state.Reference is { } reference && Invoices.OutcomeOf(state) is { } outcome)
        {
            yield return new PaymentFact($"{id}:{state.Status}:{state.ModifiedDate}", OperationKind.Payment, reference, outcome);
        }

        foreach (var item in state.CancelList ?? [])
        {
            if (item.ExtRef is { } refund && Refunds.OutcomeOf(item) is { } refunded)
            {
                yield return new PaymentFact($"{id}:{refund}:{item.Status}", OperationKind.Refund, refund, refunded);
            }
        }
    }
}
