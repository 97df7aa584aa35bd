using System.Globalization;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.LiqPay;

/// <summary>Payments: a signed form that the buyer's browser sends, and charges of a kept card.</summary>
internal static class Payments
{
    public static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(30);

    private const int LongestDescription = 500;

    public static GatewayOutcome MakeForm(StartPayment command, GatewayCall<LiqPaySettings> call)
    {
        var expiresAt = call.Now + call.Settings.PageLifetime;
        var fields = SignedData.Of(Fields(command, expiresAt, call.Host.TestMode), call.Settings);
        return new ActionNeeded(new PostForm(new Uri(call.Settings.ApiUrl, "api/3/checkout"), fields)) { ProviderState = FormState.Of(expiresAt) };
    }

    public static async Task<GatewayOutcome> ChargeAsync(ChargeSavedMethod command, GatewayCall<LiqPaySettings> call)
    {
        KeyValuePair<string, string>[] fields =
        [
            new(LiqPayFields.Action, "paytoken"),
            new(LiqPayFields.OrderId, command.Key.MerchantReference),
            new(LiqPayFields.Amount, MajorUnits.Write(command.Amount)),
            new("currency", command.Amount.Currency.Code),
            new("description", WireText.Shortened(command.Description, LongestDescription)),
            new("card_token", command.Token),
            new("customer", command.CustomerReference),
            new("server_url", command.CallbackUrl.AbsoluteUri),
        ];
        var reply = await LiqPayClient.SendAsync(fields, call).ConfigureAwait(false);
        return LiqPayDialect.Instance.ToCommand(reply, json => LiqPayAnswer.Read(json) is { } answer
            ? LiqPayDialect.RefusalOf(answer) ?? OutcomeOf(answer, command.Key, call)
            : null);
    }

    public static async Task<GatewayOutcome> QueryAsync(OperationKey key, GatewayCall<LiqPaySettings> call)
    {
        var reply = await LiqPayClient.StatusAsync(key.MerchantReference, call).ConfigureAwait(false);
        return LiqPayDialect.Instance.ToQuery(reply, json => LiqPayAnswer.Read(json) switch
        {
            null => null,
            { ErrorCode: LiqPayDialect.PaymentNotFound } => FormState.NotKnown(key.ProviderState, call.Now, AskAgain),
            { Result: "error", OrderId: null } => null,
            var answer => OutcomeOf(answer, key, call),
        });
    }

    /// <summary>What a payment says; null when it makes no sense or is about another one.</summary>
    public static GatewayOutcome? OutcomeOf(LiqPayAnswer answer, OperationKey key, GatewayCall<LiqPaySettings> call)
    {
        if (answer.OrderId != key.MerchantReference)
        {
            return null;
        }

        GatewayOutcome? outcome = answer.Status switch
        {
            "success" => Succeeded(answer),
            "sandbox" => call.Host.TestMode ? Succeeded(answer) : null,
            "wait_accept" or "wait_compensation" when call.Settings.DebitedIsPaid => Succeeded(answer),
            "failure" or "error" => LiqPayDialect.DeclineOf(answer.ErrorCode),
            "reversed" => new Declined(DeclineKind.Other, RetryMayHelp: false) { ProviderCode = "reversed" },
            "prepared" when key.ProviderState is not null => FormState.NotKnown(key.ProviderState, call.Now, AskAgain),
            null => null,
            _ => new Pending(AskAgain),
        };
        return outcome is null ? null : outcome with { ProviderReference = answer.PaymentId };
    }

    private static GatewayOutcome? Succeeded(LiqPayAnswer answer)
    {
        if (answer.Paid is not { } amount)
        {
            return null;
        }

        var mask = answer["sender_card_mask2"] is { Length: >= 2 } text ? text[^2..] : null;
        return new Succeeded(amount)
        {
            PaidWith = new PaidWith(mask, answer["sender_card_type"], WalletOf(answer["paytype"])),
            SavedMethod = answer["card_token"] is { } token ? new SavedMethod(token, mask, answer["sender_card_type"]) : null,
        };
    }

    private static Wallet? WalletOf(string? paytype) => paytype switch
    {
        "apay" => Wallet.ApplePay,
        "gpay" => Wallet.GooglePay,
        _ => null,
    };

    private static IEnumerable<KeyValuePair<string, string>> Fields(StartPayment command, DateTimeOffset expiresAt, bool testMode)
    {
        yield return new(LiqPayFields.Action, "pay");
        yield return new(LiqPayFields.OrderId, command.Key.MerchantReference);
        yield return new(LiqPayFields.Amount, MajorUnits.Write(command.Amount));
        yield return new("currency", command.Amount.Currency.Code);
        yield return new("description", WireText.Shortened(command.Description, LongestDescription));
        yield return new("result_url", command.ReturnUrl.AbsoluteUri);
        yield return new("server_url", command.CallbackUrl.AbsoluteUri);
        yield return new("expired_date", expiresAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        yield return new("language", command.Language == "uk" ? "uk" : "en");
        if (command is { SaveMethod: true, CustomerReference: { } customer })
        {
            yield return new("customer", customer);
            yield return new("recurringbytoken", "1");
        }

        if (testMode)
        {
            yield return new("sandbox", "1");
        }
    }
}
