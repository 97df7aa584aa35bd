using System.Globalization;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Robokassa;

/// <summary>
/// Begins a payment: a form that is signed here and sent by the buyer's browser. Robokassa knows nothing of it before, so we note until
/// when it can be paid.
/// </summary>
internal static class PaymentForm
{
    private const int LongestDescription = 100;

    public static GatewayOutcome Make(StartPayment command, GatewayCall<RobokassaSettings> call)
    {
        var settings = call.Settings;
        if (Refuse(command, settings) is { } refusal)
        {
            return refusal;
        }

        var expiresAt = call.Now + settings.PageLifetime;
        var fields = Fields(command, settings, expiresAt, call.Host.TestMode).ToDictionary(field => field.Key, field => field.Value);
        return new ActionNeeded(new PostForm(new Uri(settings.PaymentUrl, "Merchant/Index.aspx"), fields)) { ProviderState = FormState.Of(expiresAt) };
    }

    /// <summary>The fields of a request, signed. The receipt is a part of what is signed.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Signed(
        RobokassaSettings settings, string reference, Money amount, string? receipt, IReadOnlyList<KeyValuePair<string, string>> own)
    {
        var sum = MajorUnits.Write(amount);
        string[] parts = receipt is null
            ? [settings.MerchantLogin, sum, reference, settings.Password1]
            : [settings.MerchantLogin, sum, reference, receipt, settings.Password1];
        yield return new("MerchantLogin", settings.MerchantLogin);
        yield return new("OutSum", sum);
        yield return new("SignatureValue", Signatures.Of(settings.Hash, parts, own));
        if (receipt is not null)
        {
            yield return new("Receipt", receipt);
        }

        foreach (var field in own)
        {
            yield return field;
        }
    }

    public static string Description(string text) => WireText.Shortened(text, LongestDescription);

    private static NotSent? Refuse(StartPayment command, RobokassaSettings settings) => command switch
    {
        _ when command.Amount.Currency != settings.Currency => new NotSent(NotSentKind.InvalidRequest) { Detail = $"The shop takes {settings.Currency} only." },
        { SaveMethod: true } when !settings.Recurring => new NotSent(NotSentKind.NotConfigured) { Detail = "Recurring charges must be agreed with Robokassa: then set recurring." },
        _ when settings.Receipts is not null && Receipts.Refuse(command.Lines) is { } problem => new NotSent(NotSentKind.InvalidRequest) { Detail = problem },
        _ => null,
    };

    private static IEnumerable<KeyValuePair<string, string>> Fields(StartPayment command, RobokassaSettings settings, DateTimeOffset expiresAt, bool testMode)
    {
        var receipt = settings.Receipts is { } rules ? Receipts.Of(command.Lines, rules) : null;
        KeyValuePair<string, string>[] own = command.SaveMethod ? [new(Results.SaveField, "1")] : [];
        foreach (var field in Signed(settings, command.Key.MerchantReference, command.Amount, receipt, own))
        {
            yield return field;
        }

        yield return new("InvId", command.Key.MerchantReference);
        yield return new("Description", Description(command.Description));
        yield return new("Culture", command.Language is "en" or "kk" ? command.Language : "ru");
        yield return new("Encoding", "utf-8");
        if (command.BuyerEmail is { } email)
        {
            yield return new("Email", email);
        }

        // The two may not be sent together.
        yield return command.SaveMethod
            ? new("Recurring", "true")
            : new("ExpirationDate", expiresAt.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        if (testMode)
        {
            yield return new("IsTest", "1");
        }
    }
}
