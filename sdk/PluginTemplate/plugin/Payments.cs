using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace Acme;

/// <summary>Payments on Acme's own page.</summary>
internal static class Payments
{
    public static async Task<GatewayOutcome> StartAsync(StartPayment command, GatewayCall<AcmeSettings> call)
    {
        var body = new NewPayment(
            command.Key.MerchantReference,
            command.Amount.Minor,
            command.Amount.Currency.Code,
            command.Description,
            command.ReturnUrl.AbsoluteUri,
            command.CallbackUrl.AbsoluteUri);
        var reply = await new AcmeClient(call).PostAsync("payments", body, WireJson.Default.NewPayment, command.Key.IdempotencyKey).ConfigureAwait(false);
        return AcmeDialect.Instance.ToCommand(reply, json => Read(json, command.Key.MerchantReference));
    }

    public static async Task<GatewayOutcome> QueryAsync(GatewayQuery query, GatewayCall<AcmeSettings> call)
    {
        var reference = query.Key.MerchantReference;
        var reply = await new AcmeClient(call).GetAsync($"payments/{Uri.EscapeDataString(reference)}").ConfigureAwait(false);
        return AcmeDialect.Instance.ToQuery(reply, json => Read(json, reference));
    }

    /// <summary>What Acme says about a payment; null when it makes no sense.</summary>
    public static GatewayOutcome? OutcomeOf(Payment payment)
    {
        GatewayOutcome? outcome = payment switch
        {
            { Status: "paid" } when AcmeAmount.Read(payment.Amount, payment.Currency) is { } amount => new Succeeded(amount),
            { Status: "open" } when WireText.WebAddress(payment.PageUrl) is { } page => new ActionNeeded(new Redirect(page)),
            { Status: "expired" } => new Declined(DeclineKind.Expired, RetryMayHelp: true) { ProviderCode = "expired" },
            { Status: "refused" } => AcmeDialect.DeclineOf(payment.Code),
            _ => null,
        };
        return outcome is null ? null : outcome with { ProviderReference = payment.Id };
    }

    private static GatewayOutcome? Read(ReadOnlyMemory<byte> json, string reference) =>
        WireText.Read(json, WireJson.Default.Payment) is { } payment && payment.Reference == reference ? OutcomeOf(payment) : null;
}
