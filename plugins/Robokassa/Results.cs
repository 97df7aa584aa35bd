using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Robokassa;

/// <summary>Reads what Robokassa sends to the ResultURL, by GET or POST: only payments that succeeded. It wants to read <c>OK</c> and the number.</summary>
internal static class Results
{
    public const string SaveField = "Shp_save";

    private static readonly InboundReply Malformed = new(400);

    public static Inbound Read(InboundMessage message, GatewayCall<RobokassaSettings> call)
    {
        var settings = call.Settings;
        var fields = message.Method == "GET" ? message.Query : WebForm.Read(message.Body.Span);
        if (Field(fields, "OutSum") is not { } sum || Field(fields, "InvId") is not { } reference || Field(fields, "SignatureValue") is not { } claimed)
        {
            return Inbound.Refused;
        }

        var expected = Signatures.Of(settings.Hash, [sum, reference, settings.Password2], fields);
        var isTest = Field(fields, "IsTest") == "1";
        if (!WireText.AreEqual(expected, claimed.ToLowerInvariant()) || (isTest && !call.Host.TestMode))
        {
            return Inbound.Refused;
        }

        if (MajorUnits.Read(sum, settings.Currency) is not { } amount)
        {
            return new Inbound(true, [], Malformed);
        }

        var paid = Succeeded(amount, reference, Field(fields, SaveField) == "1");
        return new Inbound(true, [new PaymentFact($"result-{reference}", OperationKind.Payment, reference, paid)], new InboundReply(200, $"OK{reference}"));
    }

    /// <summary>A kept method is the number of the payment that the buyer allowed to be repeated.</summary>
    public static Succeeded Succeeded(Money amount, string reference, bool isKept) =>
        new(amount) { SavedMethod = isKept ? new SavedMethod(reference, null, null) : null };

    private static string? Field(IReadOnlyList<KeyValuePair<string, string>> fields, string name)
    {
        foreach (var (key, value) in fields)
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }
}
