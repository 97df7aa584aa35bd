using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Robokassa;

/// <summary>The answer of OpStateExt: what became of a payment.</summary>
/// <param name="Result">0: found; 1: bad signature; 2: unknown shop; 3: unknown payment.</param>
/// <param name="State">5: not paid yet … 100: paid; null when there is none.</param>
/// <param name="Sum">What the shop gets.</param>
/// <param name="OperationKey">Robokassa's name of the payment, which refunds need.</param>
/// <param name="IsKept">Whether it may be repeated.</param>
internal sealed record OperationState(int Result, int? State, string? Sum, string? OperationKey, bool IsKept)
{
    public const int Found = 0;
    public const int BadSignature = 1;
    public const int UnknownShop = 2;
    public const int UnknownPayment = 3;
    public const int Paid = 100;

    public static async Task<(OperationState? State, ProviderReply Reply)> AskAsync(string reference, GatewayCall<RobokassaSettings> call)
    {
        var settings = call.Settings;
        KeyValuePair<string, string>[] query =
        [
            new("MerchantLogin", settings.MerchantLogin),
            new("InvoiceID", reference),
            new("Signature", Signatures.Of(settings.Hash, [settings.MerchantLogin, reference, settings.Password2], [])),
        ];
        var reply = await call.Exchange
            .GetAsync(new Uri(settings.PaymentUrl, $"Merchant/WebService/Service.asmx/OpStateExt?{WebForm.Text(query)}")).ConfigureAwait(false);
        return (reply is Answered { IsSuccess: true } answer ? Read(answer.Body) : null, reply);
    }

    public static OperationState? Read(ReadOnlyMemory<byte> xml)
    {
        try
        {
            using var stream = new MemoryStream(xml.ToArray(), writable: false);
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return Of(XDocument.Load(reader));
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static OperationState? Of(XDocument document)
    {
        if (Text(document, "Result", "Code") is not { } result || !TryNumber(result, out var code))
        {
            return null;
        }

        var isKept = document.Descendants().Any(element => element.Name.LocalName == "Field" && Child(element, "Name") == Results.SaveField && Child(element, "Value") == "1");
        return new OperationState(
            code,
            Text(document, "State", "Code") is { } text && TryNumber(text, out var state) ? state : null,
            Text(document, "Info", "OutSum"),
            Text(document, "Info", "OpKey"),
            isKept);
    }

    private static string? Text(XDocument document, string parent, string name) =>
        document.Root?.Elements().FirstOrDefault(element => element.Name.LocalName == parent) is { } found ? Child(found, name) : null;

    private static string? Child(XElement parent, string name) => parent.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value;

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
