using System.Text;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Robokassa;

/// <summary>What became of payments, and charges that repeat one without the buyer.</summary>
internal static class Payments
{
    public static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(30);

    /// <summary>The greatest number of a payment; none of ours, for questions that must find nothing.</summary>
    private const string NobodysNumber = "2147483647";

    public static async Task<GatewayProbe> ProbeAsync(GatewayCall<RobokassaSettings> call) =>
        (await OperationState.AskAsync(NobodysNumber, call).ConfigureAwait(false)).State?.Result switch
        {
            OperationState.Found or OperationState.UnknownPayment => GatewayProbe.Usable,
            OperationState.BadSignature => Probes.NotUsable(RobokassaSettings.Password2Name, "Robokassa refuses a signature with this password and hash algorithm."),
            OperationState.UnknownShop => Probes.NotUsable(RobokassaSettings.LoginName, "Robokassa does not know this shop."),
            _ => GatewayProbe.CannotTell,
        };

    public static async Task<GatewayOutcome> QueryAsync(GatewayQuery query, GatewayCall<RobokassaSettings> call)
    {
        var (_, reply) = await OperationState.AskAsync(query.Key.MerchantReference, call).ConfigureAwait(false);
        return RobokassaDialect.Instance.ToQuery(reply, xml => OperationState.Read(xml) is { } state ? OutcomeOf(state, query.Key, call) : null);
    }

    public static async Task<GatewayOutcome> RepeatAsync(ChargeSavedMethod command, GatewayCall<RobokassaSettings> call)
    {
        var settings = call.Settings;
        if (!settings.Recurring)
        {
            return new Unsupported("savedMethods");
        }

        if (command.Amount.Currency != settings.Currency || (settings.Receipts is not null && Receipts.Refuse(command.Lines) is not null))
        {
            return new NotSent(NotSentKind.InvalidRequest) { Detail = "The shop does not take this currency, or no receipt can be made of it." };
        }

        var reference = command.Key.MerchantReference;
        var receipt = settings.Receipts is { } rules ? Receipts.Of(command.Lines, rules) : null;
        KeyValuePair<string, string>[] fields =
        [
            .. PaymentForm.Signed(settings, reference, command.Amount, receipt, []),
            new("InvoiceID", reference),
            new("PreviousInvoiceID", command.Token),
            new("Description", PaymentForm.Description(command.Description)),
        ];
        var reply = await call.Exchange
            .SendAsync(HttpMethod.Post, new Uri(settings.PaymentUrl, "Merchant/Recurring"), WebForm.Write(fields), ProviderExchange.Form).ConfigureAwait(false);
        return RobokassaDialect.Instance.ToCommand(reply, body => OfRepetition(Encoding.UTF8.GetString(body.Span), reference));
    }

    private static GatewayOutcome? OutcomeOf(OperationState state, OperationKey key, GatewayCall<RobokassaSettings> call)
    {
        GatewayOutcome? outcome = state switch
        {
            { Result: OperationState.UnknownPayment } => FormState.NotKnown(key.ProviderState, call.Now, AskAgain),
            { Result: not OperationState.Found } => null,
            { State: 5 } when key.ProviderState is not null => FormState.NotKnown(key.ProviderState, call.Now, AskAgain),
            { State: OperationState.Paid } when MajorUnits.Read(state.Sum, call.Settings.Currency) is { } amount =>
                Results.Succeeded(amount, key.MerchantReference, state.IsKept),
            { State: 5 or 20 or 50 or 80 } => new Pending(AskAgain),
            { State: 10 } => new Declined(DeclineKind.Expired, RetryMayHelp: true) { ProviderCode = "10" },
            { State: 60 } => new Declined(DeclineKind.Other, RetryMayHelp: true) { ProviderCode = "60" },
            _ => null,
        };
        return outcome is null ? null : outcome with { ProviderReference = state.OperationKey };
    }

    // It is only taken: what becomes of it is told to the ResultURL and by the status.
    private static GatewayOutcome? OfRepetition(string answer, string reference) => answer.Trim() switch
    {
        var taken when taken == $"OK{reference}" => new Pending(AskAgain),
        var refused when refused.StartsWith("ERROR", StringComparison.Ordinal) => new Declined(DeclineKind.Other, RetryMayHelp: false) { ProviderCode = WireText.Shortened(refused, 100) },
        _ => null,
    };
}
