using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace Acme;

/// <summary>Refunds, in parts or whole, each found again by our reference.</summary>
internal static class Refunds
{
    public static async Task<GatewayOutcome> CreateAsync(RefundPayment command, GatewayCall<AcmeSettings> call)
    {
        var body = new NewRefund(command.Payment.MerchantReference, command.Key.MerchantReference, command.Amount.Minor);
        var reply = await new AcmeClient(call).PostAsync("refunds", body, WireJson.Default.NewRefund, command.Key.IdempotencyKey).ConfigureAwait(false);
        return AcmeDialect.Instance.ToCommand(reply, json => Read(json, command.Key.MerchantReference));
    }

    public static async Task<GatewayOutcome> QueryAsync(GatewayQuery query, GatewayCall<AcmeSettings> call)
    {
        var reference = query.Key.MerchantReference;
        var reply = await new AcmeClient(call).GetAsync($"refunds/{Uri.EscapeDataString(reference)}").ConfigureAwait(false);
        return AcmeDialect.Instance.ToQuery(reply, json => Read(json, reference));
    }

    /// <summary>What Acme says about a refund; null when it makes no sense.</summary>
    public static GatewayOutcome? OutcomeOf(Refund refund) => refund.Status == "done" && AcmeAmount.Read(refund.Amount, refund.Currency) is { } amount
        ? new Succeeded(amount) { ProviderReference = refund.Id }
        : null;

    private static GatewayOutcome? Read(ReadOnlyMemory<byte> json, string reference) =>
        WireText.Read(json, WireJson.Default.Refund) is { } refund && refund.Reference == reference ? OutcomeOf(refund) : null;
}
