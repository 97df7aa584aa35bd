using System.Globalization;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Stripe;

/// <summary>Refunds of a payment intent, each with our reference in its metadata.</summary>
internal static class Refunds
{
    private const int LongestReason = 500;

    public static async Task<GatewayOutcome> CreateAsync(RefundPayment command, GatewayCall<StripeSettings> call)
    {
        if (StripeAmount.Write(command.Amount) is not { } amount)
        {
            return new NotSent(NotSentKind.InvalidRequest) { Detail = "Stripe cannot move an amount with such a last digit in this currency." };
        }

        var (intent, problem) = await IntentOfAsync(command.Payment, call).ConfigureAwait(false);
        if (intent is null)
        {
            return problem!;
        }

        KeyValuePair<string, string>[] fields =
        [
            new("payment_intent", intent),
            new("amount", amount.ToString(CultureInfo.InvariantCulture)),
            new("reason", "requested_by_customer"),
            new($"metadata[{Checkouts.ReferenceKey}]", command.Key.MerchantReference),
            new("metadata[reason]", WireText.Shortened(command.Reason, LongestReason)),
        ];
        var reply = await new StripeClient(call).PostAsync("v1/refunds", fields, command.Key.IdempotencyKey).ConfigureAwait(false);
        var outcome = StripeDialect.Instance.ToCommand(reply, json => Read(json, command.Key.MerchantReference));
        return outcome with { ProviderState = intent };
    }

    public static async Task<GatewayOutcome> QueryAsync(GatewayQuery query, GatewayCall<StripeSettings> call)
    {
        var reference = query.Key.MerchantReference;
        var client = new StripeClient(call);
        if (query.Key.ProviderReference is { } id)
        {
            var reply = await client.GetAsync($"v1/refunds/{Uri.EscapeDataString(id)}").ConfigureAwait(false);
            return StripeDialect.Instance.ToQuery(reply, json => Read(json, reference));
        }

        var intent = query.Key.ProviderState ?? (query.Payment is { } payment ? (await IntentOfAsync(payment, call).ConfigureAwait(false)).Intent : null);
        if (intent is null)
        {
            return new Unknown(UnknownKind.ProviderFailed);
        }

        var search = await client.FindAsync(
            $"v1/refunds?limit=100&payment_intent={Uri.EscapeDataString(intent)}",
            WireJson.Default.PageRefund,
            refund => ReferenceOf(refund) == reference,
            refund => refund.Id).ConfigureAwait(false);
        return StripeDialect.Instance.ToQuery(
            search.Reply,
            _ => search switch
            {
                { Found: { } refund } => OutcomeOf(refund),
                { IsComplete: true } => new NotFound(),
                _ => null,
            });
    }

    public static string? ReferenceOf(Refund refund) => refund.Metadata?.GetValueOrDefault(Checkouts.ReferenceKey);

    public static GatewayOutcome? OutcomeOf(Refund refund)
    {
        GatewayOutcome? outcome = refund.Status switch
        {
            "pending" or "requires_action" => new Pending(Checkouts.AskAgain),
            "succeeded" when StripeAmount.Read(refund.Amount, refund.Currency) is { } amount => new Succeeded(amount),
            "failed" or "canceled" => new Declined(DeclineKind.Other, RetryMayHelp: false) { ProviderCode = refund.FailureReason ?? refund.Status },
            _ => null,
        };
        return outcome is null ? null : outcome with { ProviderReference = refund.Id };
    }

    private static GatewayOutcome? Read(ReadOnlyMemory<byte> json, string reference) =>
        WireText.Read(json, WireJson.Default.Refund) is { } refund && ReferenceOf(refund) == reference ? OutcomeOf(refund) : null;

    // Of a session it has to be asked; a charge without a page is one itself.
    private static async Task<(string? Intent, GatewayOutcome? Problem)> IntentOfAsync(OperationKey payment, GatewayCall<StripeSettings> call)
    {
        if (payment.ProviderReference is not { } id)
        {
            return (null, new NotSent(NotSentKind.InvalidRequest) { Detail = "Stripe's reference of the payment is not known." });
        }

        if (id.StartsWith("pi_", StringComparison.Ordinal))
        {
            return (id, null);
        }

        var (session, reply) = await Checkouts.ReadAgainAsync(id, call).ConfigureAwait(false);
        return session?.PaymentIntent?.Id is { } intent ? (intent, null) : (null, StripeDialect.Instance.ToNotSent(reply));
    }
}
