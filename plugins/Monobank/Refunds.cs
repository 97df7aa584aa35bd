using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Monobank;

/// <summary>
/// Refunds: monobank calls them cancellations, each with our reference. Whether the same reference twice is one refund is not documented, so
/// the invoice is asked first.
/// </summary>
internal static class Refunds
{
    public static async Task<GatewayOutcome> CreateAsync(RefundPayment command, GatewayCall<MonobankSettings> call)
    {
        if (command.Payment.ProviderReference is not { } invoice)
        {
            return new NotSent(NotSentKind.InvalidRequest) { Detail = "monobank's reference of the payment is not known." };
        }

        var client = new MonobankClient(call);
        var status = await client.StatusAsync(invoice).ConfigureAwait(false);
        if (status is not Answered { IsSuccess: true } answer || WireText.Read(answer.Body, WireJson.Default.InvoiceState) is not { InvoiceId: not null } state)
        {
            return MonobankDialect.Instance.ToNotSent(status);
        }

        var reference = command.Key.MerchantReference;
        if (Find(state, reference) is { } known)
        {
            return OutcomeOf(known) ?? new Unknown(UnknownKind.UnparsableReply);
        }

        var body = new CancelBody(invoice, reference, command.Amount.Minor);
        var reply = await client.PostAsync("invoice/cancel", body, WireJson.Default.CancelBody).ConfigureAwait(false);
        return MonobankDialect.Instance.ToCommand(
            reply, json => OutcomeOf(WireText.Read(json, WireJson.Default.CancelAnswer)?.Status, command.Amount));
    }

    public static async Task<GatewayOutcome> QueryAsync(GatewayQuery query, GatewayCall<MonobankSettings> call)
    {
        if (query.Payment?.ProviderReference is not { } invoice)
        {
            return new Unknown(UnknownKind.ProviderFailed);
        }

        var reply = await new MonobankClient(call).StatusAsync(invoice).ConfigureAwait(false);
        if (reply is Answered { IsSuccess: false })
        {
            // An invoice that is not there says nothing about a refund.
            return new Unknown(UnknownKind.ProviderFailed);
        }

        return MonobankDialect.Instance.ToQuery(reply, json => WireText.Read(json, WireJson.Default.InvoiceState) switch
        {
            { InvoiceId: { } id } state when id == invoice => Find(state, query.Key.MerchantReference) is { } found ? OutcomeOf(found) : new NotFound(),
            _ => null,
        });
    }

    /// <summary>What an entry of an invoice's list says; null when it makes no sense.</summary>
    public static GatewayOutcome? OutcomeOf(CancelItem item) => Currencies.Read(item.Amount, item.Ccy) is { } amount ? OutcomeOf(item.Status, amount) : null;

    private static GatewayOutcome? OutcomeOf(string? status, Money amount) => status switch
    {
        "processing" => new Pending(Invoices.AskAgain),
        "success" => new Succeeded(amount),
        "failure" => new Declined(DeclineKind.Other, RetryMayHelp: false) { ProviderCode = status },
        _ => null,
    };

    private static CancelItem? Find(InvoiceState state, string reference) => state.CancelList?.FirstOrDefault(item => item.ExtRef == reference);
}
