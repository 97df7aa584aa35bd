using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.LiqPay;

/// <summary>
/// Refunds. LiqPay has no name for one: it knows only how much of an order has gone back in all, and whether more is reserved to go back. So
/// the total is asked first and compared with what other refunds have returned.
/// </summary>
internal static class Refunds
{
    private const string Delayed = "delayed1";
    private const string Reserved = "wait_reserve";

    public static async Task<GatewayOutcome> CreateAsync(RefundPayment command, GatewayCall<LiqPaySettings> call)
    {
        if (command.AlreadyReturned is not { } before)
        {
            return new NotSent(NotSentKind.RateLimited) { Detail = "Another refund of this payment is not decided yet, and LiqPay tells refunds apart by their total alone." };
        }

        var order = command.Payment.MerchantReference;
        var reply = await LiqPayClient.StatusAsync(order, call).ConfigureAwait(false);
        return PaymentOf(reply, order) is { Returned: { } total } payment
            ? total switch
            {
                _ when total == before + command.Amount => new Succeeded(command.Amount),
                _ when total == before && payment.Status == Reserved => Waiting(),
                _ when total == before => await SendAsync(command, order, call).ConfigureAwait(false),
                _ => new NotSent(NotSentKind.InvalidRequest) { Detail = "LiqPay has returned another total of this payment than is known here: look into its cabinet." },
            }
            : LiqPayDialect.Instance.ToNotSent(reply);
    }

    public static async Task<GatewayOutcome> QueryAsync(GatewayQuery query, GatewayCall<LiqPaySettings> call)
    {
        if (query is not { Payment.MerchantReference: { } order, Amount: { } amount, AlreadyReturned: { } before })
        {
            return new Unknown(UnknownKind.ProviderFailed);
        }

        var reply = await LiqPayClient.StatusAsync(order, call).ConfigureAwait(false);
        return PaymentOf(reply, order) is { Returned: { } total } payment
            ? total switch
            {
                _ when total == before + amount => new Succeeded(amount),
                _ when total == before && (payment.Status == Reserved || query.Key.ProviderState == Delayed) => Waiting(),
                _ when total == before => new NotFound(),
                _ => new Unknown(UnknownKind.ProviderFailed),
            }
            : LiqPayDialect.Instance.ToQuery(reply, _ => null);
    }

    private static async Task<GatewayOutcome> SendAsync(RefundPayment command, string order, GatewayCall<LiqPaySettings> call)
    {
        KeyValuePair<string, string>[] fields =
        [
            new(LiqPayFields.Action, "refund"),
            new(LiqPayFields.OrderId, order),
            new(LiqPayFields.Amount, MajorUnits.Write(command.Amount)),
        ];
        var reply = await LiqPayClient.SendAsync(fields, call).ConfigureAwait(false);
        return LiqPayDialect.Instance.ToCommand(reply, json => LiqPayAnswer.Read(json) switch
        {
            null => null,
            { Result: "ok", Status: "reversed" or "success" } answer => answer["wait_amount"] is "true" or "1" ? Waiting() : new Succeeded(command.Amount),
            var answer => LiqPayDialect.RefusalOf(answer),
        });
    }

    private static Pending Waiting() => new(Payments.AskAgain) { ProviderState = Delayed };

    private static LiqPayAnswer? PaymentOf(ProviderReply reply, string order) =>
        reply is Answered { IsSuccess: true } answer && LiqPayAnswer.Read(answer.Body) is { } payment && payment.OrderId == order ? payment : null;
}
