using System.Globalization;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Stripe;

/// <summary>Payments with the buyer present: Checkout sessions on Stripe's own page.</summary>
internal static class Checkouts
{
    public const string ReferenceKey = "reference";
    public const string SaveKey = "save";
    private const string ExpandDetails = "expand[]=payment_intent.latest_charge";
    private const int LongestName = 250;

    public static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(30);

    // A session that was made a little before we noted that it was sent: clocks differ.
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FurthestBack = TimeSpan.FromDays(2);

    public static async Task<GatewayOutcome> StartAsync(StartPayment command, GatewayCall<StripeSettings> call)
    {
        if (StripeAmount.Write(command.Amount) is not { } amount)
        {
            return new NotSent(NotSentKind.InvalidRequest) { Detail = "Stripe cannot move an amount with such a last digit in this currency." };
        }

        var fields = Fields(command, amount, call.Now + call.Settings.PageLifetime);
        var reply = await new StripeClient(call).PostAsync("v1/checkout/sessions", fields, command.Key.IdempotencyKey).ConfigureAwait(false);
        return StripeDialect.Instance.ToCommand(reply, json => Read(json, command.Key.MerchantReference, call));
    }

    public static async Task<GatewayOutcome> QueryAsync(GatewayQuery query, GatewayCall<StripeSettings> call)
    {
        var reference = query.Key.MerchantReference;
        var client = new StripeClient(call);
        if (query.Key.ProviderReference is { } id)
        {
            var reply = await client.GetAsync($"v1/checkout/sessions/{Uri.EscapeDataString(id)}?{ExpandDetails}").ConfigureAwait(false);
            return StripeDialect.Instance.ToQuery(reply, json => Read(json, reference, call));
        }

        var from = (query.SentAt ?? call.Now - FurthestBack) - ClockSlack;
        var search = await client.FindAsync(
            $"v1/checkout/sessions?limit=100&created[gte]={from.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}&expand[]=data.payment_intent.latest_charge",
            WireJson.Default.PageSession,
            session => session.ClientReferenceId == reference,
            session => session.Id).ConfigureAwait(false);
        return StripeDialect.Instance.ToQuery(
            search.Reply,
            _ => search switch
            {
                { Found: { } session } => OutcomeOf(session, call),
                { IsComplete: true } => new NotFound(),
                _ => null,
            });
    }

    /// <summary>Reads a session again with all that belongs to it; the session is null when that is not possible now.</summary>
    public static async Task<(Session? Session, ProviderReply Reply)> ReadAgainAsync(string id, GatewayCall<StripeSettings> call)
    {
        var reply = await new StripeClient(call).GetAsync($"v1/checkout/sessions/{Uri.EscapeDataString(id)}?{ExpandDetails}").ConfigureAwait(false);
        return (reply is Answered { IsSuccess: true } answer ? WireText.Read(answer.Body, WireJson.Default.Session) : null, reply);
    }

    /// <summary>What a session says; null when it makes no sense, or is of another mode than the merchant.</summary>
    public static GatewayOutcome? OutcomeOf(Session session, GatewayCall<StripeSettings> call)
    {
        if (session.Livemode == call.Host.TestMode)
        {
            return null;
        }

        GatewayOutcome? outcome = session switch
        {
            { Status: "expired" } => new Declined(DeclineKind.Expired, RetryMayHelp: true) { ProviderCode = "expired" },
            { Status: "complete", PaymentStatus: "paid" } when StripeAmount.Read(session.AmountTotal, session.Currency) is { } amount =>
                Intents.Succeeded(amount, session.PaymentIntent, session.Metadata),
            { Status: "complete", PaymentStatus: "unpaid" } => new Pending(AskAgain),
            { Status: "open" } => WireText.WebAddress(session.Url) is { } url ? new ActionNeeded(new Redirect(url)) : new Pending(AskAgain),
            _ => null,
        };
        return outcome is null ? null : outcome with { ProviderReference = session.Id };
    }

    private static GatewayOutcome? Read(ReadOnlyMemory<byte> json, string reference, GatewayCall<StripeSettings> call) =>
        WireText.Read(json, WireJson.Default.Session) is { } session && session.ClientReferenceId == reference ? OutcomeOf(session, call) : null;

    private static IEnumerable<KeyValuePair<string, string>> Fields(StartPayment command, long amount, DateTimeOffset expiresAt)
    {
        var reference = command.Key.MerchantReference;
        var returnUrl = command.ReturnUrl.AbsoluteUri;
        yield return new("mode", "payment");
        yield return new("client_reference_id", reference);
        yield return new("success_url", returnUrl);
        yield return new("cancel_url", returnUrl);
        yield return new("expires_at", expiresAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        yield return new("line_items[0][quantity]", "1");
        yield return new("line_items[0][price_data][currency]", command.Amount.Currency.Code.ToLowerInvariant());
        yield return new("line_items[0][price_data][unit_amount]", amount.ToString(CultureInfo.InvariantCulture));
        yield return new("line_items[0][price_data][product_data][name]", WireText.Shortened(command.Description, LongestName));
        yield return new($"metadata[{ReferenceKey}]", reference);
        yield return new($"payment_intent_data[metadata][{ReferenceKey}]", reference);
        yield return new("locale", command.Language is "en" or "ru" ? command.Language : "auto");
        if (command.BuyerEmail is { } email)
        {
            yield return new("customer_email", email);
        }

        if (command.SaveMethod)
        {
            yield return new($"metadata[{SaveKey}]", "1");
            yield return new("customer_creation", "always");
            yield return new("payment_intent_data[setup_future_usage]", "off_session");
        }
    }
}
