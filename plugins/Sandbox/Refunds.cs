using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Plugins.Sandbox;

/// <summary>Refunds.</summary>
internal static class Refunds
{
    private const string NotFoundCode = "refund_not_found";

    public static async Task<GatewayOutcome> CreateAsync(
        RefundPayment command, SandboxSettings settings, IPluginHost host, CancellationToken cancel)
    {
        if (command.Amount.Minor <= 0 || command.Amount > command.PaymentAmount)
        {
            return new NotSent(NotSentKind.InvalidRequest) { Detail = "A refund is at least one minor unit and at most the payment." };
        }

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
        var reply = await new ProviderClient(host, settings)
            .PostAsync("refunds", body, WireJson.Default.RefundBody, command.Key.IdempotencyKey, cancel).ConfigureAwait(false);
        return Replies.ToCommand(reply, answer => Read(answer, command.Key.MerchantReference));
    }

    /// <summary>Asks by our reference alone.</summary>
    public static async Task<GatewayOutcome> QueryAsync(OperationKey key, ProviderClient client, CancellationToken cancel)
    {
        var reply = await client.GetAsync($"refunds?reference={Uri.EscapeDataString(key.MerchantReference)}", cancel).ConfigureAwait(false);
        return Replies.ToQuery(reply, NotFoundCode, answer => Read(answer, key.MerchantReference));
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
        Wire.Read(json, WireJson.Default.RefundAnswer) is { } refund && refund.Reference == reference ? OutcomeOf(refund) : null;
}
