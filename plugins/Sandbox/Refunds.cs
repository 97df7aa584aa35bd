using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Sandbox;

/// <summary>Refunds.</summary>
internal static class Refunds
{
    private static readonly ProviderDialect Dialect = new SandboxDialect("refund_not_found");

    public static async Task<GatewayOutcome> CreateAsync(RefundPayment command, GatewayCall<SandboxSettings> call)
    {
        var settings = call.Settings;
        var body = new RefundBody(
            command.Key.MerchantReference,
            command.Payment.MerchantReference,
            command.Amount.Minor,
            command.Amount.Currency.Code,
            Wire.Shortened(command.Reason),
            settings.Refunds,
            settings.RefundDelaySeconds,
            settings.Callbacks,
            settings.CallbackDelaySeconds);
        var reply = await new ProviderClient(call)
            .PostAsync("refunds", body, WireJson.Default.RefundBody, command.Key.IdempotencyKey).ConfigureAwait(false);
        return Dialect.ToCommand(reply, answer => Read(answer, command.Key.MerchantReference));
    }

    /// <summary>Asks by our reference alone.</summary>
    public static async Task<GatewayOutcome> QueryAsync(OperationKey key, GatewayCall<SandboxSettings> call)
    {
        var reply = await new ProviderClient(call).GetAsync($"refunds?reference={Uri.EscapeDataString(key.MerchantReference)}").ConfigureAwait(false);
        return Dialect.ToQuery(reply, answer => Read(answer, key.MerchantReference));
    }

    /// <summary>What a refund says; null when it makes no sense.</summary>
    public static GatewayOutcome? OutcomeOf(RefundAnswer refund)
    {
        GatewayOutcome? outcome = refund.Status switch
        {
            "pending" => new Pending(Payments.AskAgain),
            "succeeded" when Currency.IsCode(refund.Currency) => new Succeeded(new Money(refund.Amount, new Currency(refund.Currency))),
            "declined" => new Declined(DeclineKind.Other, RetryMayHelp: false),
            _ => null,
        };
        return outcome is null ? null : outcome with { ProviderReference = refund.Id };
    }

    private static GatewayOutcome? Read(ReadOnlyMemory<byte> json, string reference) =>
        WireText.Read(json, WireJson.Default.RefundAnswer) is { } refund && refund.Reference == reference ? OutcomeOf(refund) : null;
}
