using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Robokassa;

/// <summary>
/// Refunds: a signed token is posted, and the answer brings the request's number, by which alone it can be asked about. There is no key
/// and no reference of ours: an answer that is lost needs a person.
/// </summary>
internal static class Refunds
{
    private const string Header = """{"alg":"HS256","typ":"JWT"}""";

    public static async Task<GatewayOutcome> CreateAsync(RefundPayment command, GatewayCall<RobokassaSettings> call)
    {
        var settings = call.Settings;
        if (settings.Password3 is not { } password)
        {
            return new NotSent(NotSentKind.NotConfigured) { Detail = "Refunds need password3: Robokassa enables it separately." };
        }

        if (settings.Receipts is not null && Receipts.Refuse(command.Lines) is { } problem)
        {
            return new NotSent(NotSentKind.InvalidRequest) { Detail = problem };
        }

        var (state, stateReply) = await OperationState.AskAsync(command.Payment.MerchantReference, call).ConfigureAwait(false);
        if (state is not { State: OperationState.Paid, OperationKey: { } operation })
        {
            return RobokassaDialect.Instance.ToNotSent(stateReply);
        }

        var items = settings.Receipts is { } rules ? Receipts.OfRefund(command.Lines, rules) : null;
        var token = Token(new RefundRequest(operation, Receipts.Number(command.Amount), items), password);
        var reply = await call.Exchange.SendAsync(
            HttpMethod.Post, new Uri(settings.RefundUrl, "RefundService/Refund/Create"), Encoding.ASCII.GetBytes(token), "application/jwt").ConfigureAwait(false);
        return RobokassaDialect.Instance.ToCommand(reply, json => OfAnswer(WireText.Read(json, WireJson.Default.RefundAnswer)));
    }

    public static async Task<GatewayOutcome> QueryAsync(GatewayQuery query, GatewayCall<RobokassaSettings> call)
    {
        if (query.Key.ProviderReference is not { } id || query.Amount is not { } amount)
        {
            return new Unknown(UnknownKind.ProviderFailed);
        }

        var reply = await call.Exchange
            .GetAsync(new Uri(call.Settings.RefundUrl, $"RefundService/Refund/GetState?id={Uri.EscapeDataString(id)}")).ConfigureAwait(false);
        return RobokassaDialect.Instance.ToQuery(reply, json => OfState(WireText.Read(json, WireJson.Default.RefundState)?.Word, amount));
    }

    /// <summary>Three parts in base64url with dots between them; HMAC-SHA256 over the first two.</summary>
    internal static string Token(RefundRequest request, string password)
    {
        var text = $"{Encoded(Encoding.UTF8.GetBytes(Header))}.{Encoded(JsonSerializer.SerializeToUtf8Bytes(request, WireJson.Default.RefundRequest))}";
        return $"{text}.{Encoded(HMACSHA256.HashData(Encoding.UTF8.GetBytes(password), Encoding.ASCII.GetBytes(text)))}";
    }

    private static string Encoded(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static GatewayOutcome? OfAnswer(RefundAnswer? answer) => answer switch
    {
        { Success: true, RequestId: { Length: > 0 } id } => new Pending(Payments.AskAgain) { ProviderReference = id },
        { Success: false } => new Declined(DeclineKind.Other, RetryMayHelp: false) { ProviderCode = answer.Message },
        _ => null,
    };

    private static GatewayOutcome? OfState(string? word, Money amount) => word switch
    {
        "finished" => new Succeeded(amount),
        "processing" => new Pending(Payments.AskAgain),
        "canceled" => new Declined(DeclineKind.Other, RetryMayHelp: false) { ProviderCode = word },
        _ => null,
    };
}
