using System.Globalization;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Stripe;

/// <summary>Charges of a kept method, with no buyer present: payment intents.</summary>
internal static class Intents
{
    public const string OffSessionKey = "off_session";
    private const char TokenSeparator = '/';
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FurthestBack = TimeSpan.FromDays(2);

    public static async Task<GatewayOutcome> ChargeAsync(ChargeSavedMethod command, GatewayCall<StripeSettings> call)
    {
        if (command.Token.Split(TokenSeparator) is not [var customer, var method] || StripeAmount.Write(command.Amount) is not { } amount)
        {
            return new NotSent(NotSentKind.InvalidRequest) { Detail = "The token or the amount is none of Stripe's." };
        }

        KeyValuePair<string, string>[] fields =
        [
            new("amount", amount.ToString(CultureInfo.InvariantCulture)),
            new("currency", command.Amount.Currency.Code.ToLowerInvariant()),
            new("customer", customer),
            new("payment_method", method),
            new("off_session", "true"),
            new("confirm", "true"),
            new("description", command.Description),
            new($"metadata[{Checkouts.ReferenceKey}]", command.Key.MerchantReference),
            new($"metadata[{OffSessionKey}]", "1"),
        ];
        var reply = await new StripeClient(call).PostAsync("v1/payment_intents", fields, command.Key.IdempotencyKey).ConfigureAwait(false);
        return StripeDialect.Instance.ToCommand(reply, json => Read(json, command.Key.MerchantReference, call));
    }

    public static async Task<GatewayOutcome> ForgetAsync(ForgetMethod command, GatewayCall<StripeSettings> call)
    {
        if (command.Token.Split(TokenSeparator) is not [_, var method])
        {
            return new MethodForgotten();
        }

        var reply = await new StripeClient(call)
            .PostAsync($"v1/payment_methods/{Uri.EscapeDataString(method)}/detach", [], command.Key.IdempotencyKey).ConfigureAwait(false);
        var outcome = StripeDialect.Instance.ToCommand(reply, _ => new MethodForgotten());
        return outcome is Declined { ProviderCode: "resource_missing" } ? new MethodForgotten() : outcome;
    }

    /// <summary>By the intent's own id, or through the list of those made since.</summary>
    public static async Task<GatewayOutcome> QueryAsync(GatewayQuery query, GatewayCall<StripeSettings> call)
    {
        var reference = query.Key.MerchantReference;
        var client = new StripeClient(call);
        if (query.Key.ProviderReference is { } id)
        {
            var reply = await client.GetAsync($"v1/payment_intents/{Uri.EscapeDataString(id)}?expand[]=latest_charge").ConfigureAwait(false);
            return StripeDialect.Instance.ToQuery(reply, json => Read(json, reference, call));
        }

        var from = (query.SentAt ?? call.Now - FurthestBack) - ClockSlack;
        var search = await client.FindAsync(
            $"v1/payment_intents?limit=100&created[gte]={from.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}",
            WireJson.Default.PagePaymentIntent,
            intent => ReferenceOf(intent) == reference && IsOffSession(intent),
            intent => intent.Id).ConfigureAwait(false);
        return StripeDialect.Instance.ToQuery(
            search.Reply,
            _ => search switch
            {
                { Found: { } intent } => OutcomeOf(intent, call),
                { IsComplete: true } => new NotFound(),
                _ => null,
            });
    }

    public static bool IsOffSession(PaymentIntent intent) => intent.Metadata?.ContainsKey(OffSessionKey) == true;

    public static string? ReferenceOf(PaymentIntent intent) => intent.Metadata?.GetValueOrDefault(Checkouts.ReferenceKey);

    /// <summary>What an intent without a page says: there nobody tries another card. Null when it makes no sense.</summary>
    public static GatewayOutcome? OutcomeOf(PaymentIntent intent, GatewayCall<StripeSettings> call)
    {
        if (intent.Livemode == call.Host.TestMode)
        {
            return null;
        }

        GatewayOutcome? outcome = intent.Status switch
        {
            "succeeded" when StripeAmount.Read(intent.AmountReceived, intent.Currency) is { } amount => Succeeded(amount, intent, null),
            "processing" => new Pending(Checkouts.AskAgain),
            "requires_action" => new Declined(DeclineKind.AuthenticationFailed, RetryMayHelp: true) { ProviderCode = "authentication_required" },
            "requires_payment_method" => StripeDialect.DeclineOf(intent.LastPaymentError),
            "canceled" => new Declined(DeclineKind.Other, RetryMayHelp: false) { ProviderCode = "canceled" },
            _ => null,
        };
        return outcome is null ? null : outcome with { ProviderReference = intent.Id };
    }

    public static Succeeded Succeeded(Money amount, PaymentIntent? intent, Dictionary<string, string>? metadata)
    {
        var card = intent?.LatestCharge?.PaymentMethodDetails?.Card;
        var isSaved = metadata?.ContainsKey(Checkouts.SaveKey) == true && intent is { Customer: not null, PaymentMethod: not null };
        return new Succeeded(amount)
        {
            PaidWith = card is null ? null : new PaidWith(card.Last4, card.Brand, WalletOf(card.Wallet?.Type)),
            SavedMethod = isSaved ? new SavedMethod($"{intent!.Customer}{TokenSeparator}{intent.PaymentMethod}", card?.Last4, card?.Brand) : null,
        };
    }

    private static GatewayOutcome? Read(ReadOnlyMemory<byte> json, string reference, GatewayCall<StripeSettings> call) =>
        WireText.Read(json, WireJson.Default.PaymentIntent) is { } intent && ReferenceOf(intent) == reference ? OutcomeOf(intent, call) : null;

    private static Wallet? WalletOf(string? type) => type switch
    {
        "apple_pay" => Wallet.ApplePay,
        "google_pay" => Wallet.GooglePay,
        "samsung_pay" => Wallet.SamsungPay,
        _ => null,
    };
}
