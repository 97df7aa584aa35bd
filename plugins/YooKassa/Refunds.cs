using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.YooKassa;

/// <summary>Refunds of a payment, each with our reference in its metadata.</summary>
internal static class Refunds
{
    private const int LongestReason = 250;

    public static async Task<GatewayOutcome> CreateAsync(RefundPayment command, GatewayCall<YooKassaSettings> call)
    {
        if (command.Payment.ProviderReference is not { } payment)
        {
            return new NotSent(NotSentKind.InvalidRequest) { Detail = "YooKassa's reference of the payment is not known." };
        }

        var rules = call.Settings.Receipts;
        if (Receipts.Refuse(rules, command.Lines, command.BuyerEmail) is { } refusal)
        {
            return refusal;
        }

        var body = new RefundBody(
            payment,
            Amount.Of(command.Amount),
            WireText.Shortened(command.Reason, LongestReason),
            new Dictionary<string, string> { [Payments.ReferenceKey] = command.Key.MerchantReference },
            Receipts.Of(rules, command.Lines, command.BuyerEmail));
        var reply = await new YooKassaClient(call).PostAsync("refunds", body, WireJson.Default.RefundBody, command.Key.IdempotencyKey).ConfigureAwait(false);
        return YooKassaDialect.Instance.ToCommand(reply, json => Read(json, command.Key.MerchantReference));
    }

    public static async Task<GatewayOutcome> QueryAsync(GatewayQuery query, GatewayCall<YooKassaSettings> call)
    {
        var client = new YooKassaClient(call);
        var reference = query.Key.MerchantReference;
        if (query.Key.ProviderReference is { } id)
        {
            var reply = await client.GetAsync($"refunds/{Uri.EscapeDataString(id)}").ConfigureAwait(false);
            return YooKassaDialect.Instance.ToQuery(reply, json => Read(json, reference));
        }

        if (query.Payment?.ProviderReference is not { } payment)
        {
            return new Unknown(UnknownKind.ProviderFailed);
        }

        var (found, listReply) = await client
            .FindAsync($"refunds?payment_id={Uri.EscapeDataString(payment)}&limit=100", WireJson.Default.RefundList, refund => ReferenceOf(refund) == reference)
            .ConfigureAwait(false);
        return YooKassaDialect.Instance.ToQuery(listReply, _ => found is null ? new NotFound() : OutcomeOf(found));
    }

    public static string? ReferenceOf(RefundAnswer refund) => refund.Metadata?.GetValueOrDefault(Payments.ReferenceKey);

    public static GatewayOutcome? OutcomeOf(RefundAnswer refund)
    {
        GatewayOutcome? outcome = refund.Status switch
        {
            "pending" => new Pending(Payments.AskAgain),
            "succeeded" when refund.Amount?.Read() is { } amount => new Succeeded(amount),
            "canceled" => new Declined(DeclineKind.Other, RetryMayHelp: false) { ProviderCode = refund.CancellationDetails?.Reason },
            _ => null,
        };
        return outcome is null ? null : outcome with { ProviderReference = refund.Id };
    }

    private static GatewayOutcome? Read(ReadOnlyMemory<byte> json, string reference) => WireText.Read(json, WireJson.Default.RefundAnswer) switch
    {
        { Type: "processing" } later => new Pending(TimeSpan.FromMilliseconds(later.RetryAfter ?? Payments.AskAgain.TotalMilliseconds)),
        { } refund when ReferenceOf(refund) == reference => OutcomeOf(refund),
        _ => null,
    };
}
