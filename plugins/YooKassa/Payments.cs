using System.Globalization;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.YooKassa;

/// <summary>Payments on YooKassa's page, and charges of a kept method without a buyer.</summary>
internal static class Payments
{
    public const string ReferenceKey = "reference";
    public static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(30);

    private const string SaveKey = "save";
    private const int LongestDescription = 128;
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FurthestBack = TimeSpan.FromDays(2);

    public static Task<GatewayOutcome> StartAsync(StartPayment command, GatewayCall<YooKassaSettings> call)
    {
        var metadata = new Dictionary<string, string> { [ReferenceKey] = command.Key.MerchantReference };
        if (command.SaveMethod)
        {
            metadata[SaveKey] = "1";
        }

        var body = new PaymentBody(
            Amount.Of(command.Amount),
            Capture: true,
            new Confirmation("redirect", command.ReturnUrl.AbsoluteUri, command.Language == "en" ? "en_US" : "ru_RU"),
            WireText.Shortened(command.Description, LongestDescription),
            metadata,
            null,
            command.SaveMethod ? true : null,
            null,
            command.CustomerReference);
        return CreateAsync(body, command.Key, command.Lines, command.BuyerEmail, call);
    }

    public static Task<GatewayOutcome> ChargeAsync(ChargeSavedMethod command, GatewayCall<YooKassaSettings> call)
    {
        var body = new PaymentBody(
            Amount.Of(command.Amount),
            Capture: true,
            null,
            WireText.Shortened(command.Description, LongestDescription),
            new Dictionary<string, string> { [ReferenceKey] = command.Key.MerchantReference },
            null,
            null,
            command.Token,
            null);
        return CreateAsync(body, command.Key, command.Lines, command.BuyerEmail, call);
    }

    public static async Task<GatewayOutcome> QueryAsync(GatewayQuery query, GatewayCall<YooKassaSettings> call)
    {
        var client = new YooKassaClient(call);
        var reference = query.Key.MerchantReference;
        if (query.Key.ProviderReference is { } id)
        {
            var reply = await client.GetAsync($"payments/{Uri.EscapeDataString(id)}").ConfigureAwait(false);
            return YooKassaDialect.Instance.ToQuery(reply, json => Read(json, reference, call));
        }

        var from = ((query.SentAt ?? call.Now - FurthestBack) - ClockSlack).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var (found, listReply) = await client
            .FindAsync($"payments?created_at.gte={Uri.EscapeDataString(from)}&limit=100", WireJson.Default.PaymentList, payment => ReferenceOf(payment) == reference)
            .ConfigureAwait(false);
        return YooKassaDialect.Instance.ToQuery(listReply, _ => found is null ? new NotFound() : OutcomeOf(found, call));
    }

    public static string? ReferenceOf(PaymentAnswer payment) => payment.Metadata?.GetValueOrDefault(ReferenceKey);

    /// <summary>What a payment says; null when it makes no sense, or is of another mode than the merchant.</summary>
    public static GatewayOutcome? OutcomeOf(PaymentAnswer payment, GatewayCall<YooKassaSettings> call)
    {
        if (payment.Test == !call.Host.TestMode)
        {
            return null;
        }

        GatewayOutcome? outcome = payment.Status switch
        {
            "pending" => WireText.WebAddress(payment.Confirmation?.ConfirmationUrl) is { } url ? new ActionNeeded(new Redirect(url)) : new Pending(AskAgain),
            "waiting_for_capture" => new Pending(AskAgain),
            "succeeded" when payment.Amount?.Read() is { } amount => Succeeded(amount, payment),
            "canceled" => Declines.Of(payment.CancellationDetails?.Reason),
            _ => null,
        };
        return outcome is null ? null : outcome with { ProviderReference = payment.Id };
    }

    private static async Task<GatewayOutcome> CreateAsync(
        PaymentBody body, OperationKey key, IReadOnlyList<PaymentLine> lines, string? email, GatewayCall<YooKassaSettings> call)
    {
        var rules = call.Settings.Receipts;
        if (Receipts.Refuse(rules, lines, email) is { } refusal)
        {
            return refusal;
        }

        var whole = body with { Receipt = Receipts.Of(rules, lines, email) };
        var reply = await new YooKassaClient(call).PostAsync("payments", whole, WireJson.Default.PaymentBody, key.IdempotencyKey).ConfigureAwait(false);
        return YooKassaDialect.Instance.ToCommand(reply, json => Read(json, key.MerchantReference, call));
    }

    private static GatewayOutcome? Read(ReadOnlyMemory<byte> json, string reference, GatewayCall<YooKassaSettings> call) =>
        WireText.Read(json, WireJson.Default.PaymentAnswer) switch
        {
            { Type: "processing" } later => new Pending(TimeSpan.FromMilliseconds(later.RetryAfter ?? AskAgain.TotalMilliseconds)),
            { } payment when ReferenceOf(payment) == reference => OutcomeOf(payment, call),
            _ => null,
        };

    private static Succeeded Succeeded(Money amount, PaymentAnswer payment)
    {
        var (method, card) = (payment.PaymentMethod, payment.PaymentMethod?.Card);
        var isKept = payment.Metadata?.ContainsKey(SaveKey) == true && method is { Saved: true, Id: not null };
        return new Succeeded(amount)
        {
            PaidWith = card is null ? null : new PaidWith(card.Last4, card.CardType, null),
            SavedMethod = isKept ? new SavedMethod(method!.Id!, card?.Last4, card?.CardType) : null,
        };
    }
}
