using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Monobank;

/// <summary>Payments: monobank calls them invoices.</summary>
internal static class Invoices
{
    public static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(30);

    private const int LongestDescription = 280;

    public static async Task<GatewayOutcome> StartAsync(StartPayment command, GatewayCall<MonobankSettings> call)
    {
        var save = command is { SaveMethod: true, CustomerReference: { } wallet } ? new SaveCardBody(true, wallet) : null;
        var body = new InvoiceBody(
            command.Amount.Minor,
            Currencies.NumberOf(command.Amount.Currency),
            InfoOf(command.Key, command.Description),
            command.ReturnUrl.AbsoluteUri,
            command.CallbackUrl.AbsoluteUri,
            (long)call.Settings.PageLifetime.TotalSeconds,
            "debit",
            save);
        var reply = await new MonobankClient(call).PostAsync("invoice/create", body, WireJson.Default.InvoiceBody).ConfigureAwait(false);
        return MonobankDialect.Instance.ToCommand(reply, json => WireText.Read(json, WireJson.Default.InvoiceAnswer) is { InvoiceId: { } id } answer && WireText.WebAddress(answer.PageUrl) is { } page
            ? new ActionNeeded(new Redirect(page)) { ProviderReference = id }
            : null);
    }

    public static async Task<GatewayOutcome> ChargeAsync(ChargeSavedMethod command, GatewayCall<MonobankSettings> call)
    {
        var body = new WalletPaymentBody(
            command.Token,
            command.Amount.Minor,
            Currencies.NumberOf(command.Amount.Currency),
            "merchant",
            InfoOf(command.Key, command.Description),
            command.CallbackUrl.AbsoluteUri,
            "debit");
        var reply = await new MonobankClient(call).PostAsync("wallet/payment", body, WireJson.Default.WalletPaymentBody).ConfigureAwait(false);
        return MonobankDialect.Instance.ToCommand(reply, json => WireText.Read(json, WireJson.Default.InvoiceState) is { } state ? OutcomeOf(state) : null);
    }

    public static async Task<GatewayOutcome> ForgetAsync(ForgetMethod command, GatewayCall<MonobankSettings> call)
    {
        var reply = await new MonobankClient(call).DeleteAsync($"wallet/card?cardToken={Uri.EscapeDataString(command.Token)}").ConfigureAwait(false);
        return reply is Answered answer && MonobankDialect.IsNotFound(answer) ? new MethodForgotten() : MonobankDialect.Instance.ToCommand(reply, _ => new MethodForgotten());
    }

    /// <summary>
    /// By monobank's own reference. Without it the statement is searched, which holds what was paid: an invoice whose page reached nobody
    /// cannot be.
    /// </summary>
    public static async Task<GatewayOutcome> QueryAsync(GatewayQuery query, GatewayCall<MonobankSettings> call)
    {
        var client = new MonobankClient(call);
        var invoice = query.Key.ProviderReference;
        if (invoice is null)
        {
            var (found, statement) = await client.FindAsync(query.Key.MerchantReference, query.SentAt).ConfigureAwait(false);
            if (found is null)
            {
                return MonobankDialect.Instance.ToQuery(statement, _ => new NotFound());
            }

            invoice = found;
        }

        var reply = await client.StatusAsync(invoice).ConfigureAwait(false);
        return MonobankDialect.Instance.ToQuery(
            reply, json => WireText.Read(json, WireJson.Default.InvoiceState) is { } state && state.Reference == query.Key.MerchantReference ? OutcomeOf(state) : null);
    }

    /// <summary>What an invoice says; null when it makes no sense.</summary>
    public static GatewayOutcome? OutcomeOf(InvoiceState state)
    {
        GatewayOutcome? outcome = state.Status switch
        {
            "created" or "processing" or "hold" => new Pending(AskAgain),
            "success" => Succeeded(state),

            // Money that has come and gone back by a refund of ours did come; without one, nothing has moved in the end.
            "reversed" => state.CancelList?.Any(item => item.ExtRef is not null) == true ? Succeeded(state) : new Declined(DeclineKind.Other, RetryMayHelp: true) { ProviderCode = "reversed" },
            "expired" => new Declined(DeclineKind.Expired, RetryMayHelp: true) { ProviderCode = "expired" },
            "failure" => new Declined(DeclineKind.CardRefused, RetryMayHelp: true) { ProviderCode = state.ErrCode ?? state.FailureReason ?? "failure" },
            _ => null,
        };
        return outcome is null ? null : outcome with { ProviderReference = state.InvoiceId };
    }

    private static PaymentInfoBody InfoOf(OperationKey key, string description) => new(key.MerchantReference, WireText.Shortened(description, LongestDescription));

    private static Succeeded? Succeeded(InvoiceState state)
    {
        if (Currencies.Read(state.Amount, state.Ccy) is not { } amount)
        {
            return null;
        }

        var info = state.PaymentInfo;
        var mask = info?.MaskedPan is { Length: >= 4 } pan && pan[^4..].All(char.IsAsciiDigit) ? pan[^4..] : null;
        return new Succeeded(amount)
        {
            PaidWith = info is null ? null : new PaidWith(mask, info.PaymentSystem, WalletOf(info.PaymentMethod)),
            SavedMethod = state.WalletData is { CardToken: { } token, Status: not "failed" } ? new SavedMethod(token, mask, info?.PaymentSystem) : null,
        };
    }

    private static Wallet? WalletOf(string? method) => method switch
    {
        "apple" => Wallet.ApplePay,
        "google" => Wallet.GooglePay,
        _ => null,
    };
}
