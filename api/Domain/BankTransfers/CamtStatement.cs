using System.Xml;
using System.Xml.Linq;

namespace BillingHeadless.Domain.BankTransfers;

/// <summary>camt.053: entries with their amounts; one that collects several transfers names each.</summary>
internal static class CamtStatement
{
    private const int DateLength = 10;

    public static IReadOnlyList<StatementLine>? Read(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var document = XDocument.Load(reader);
            var statements = document.Descendants().Where(element => element.Name.LocalName == "Stmt").ToList();
            return statements.Count == 0 ? null : Entries(statements.SelectMany(statement => Children(statement, "Ntry")));
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static List<StatementLine>? Entries(IEnumerable<XElement> entries)
    {
        var result = new List<StatementLine>();
        foreach (var entry in entries.Where(HasCome))
        {
            var details = entry.Descendants().Where(element => element.Name.LocalName == "TxDtls").ToList();
            var parts = details.Count > 1 ? details : [entry];
            foreach (var (number, part) in parts.Index())
            {
                if (AmountOf(part) is not { } amount)
                {
                    return null;
                }

                // NtryRef counts the entries of one statement: it finds none of them again.
                var id = Statement.BankId(Text(entry, "AcctSvcrRef"));
                result.Add(new StatementLine(id is not null && parts.Count > 1 ? $"{id}/{number + 1}" : id, DateOf(entry), amount, TextOf(part)));
            }
        }

        return result;
    }

    // What is only expected may never be booked, and what comes back had been the merchant's own.
    private static bool HasCome(XElement entry) =>
        Text(entry, "CdtDbtInd") == "CRDT" && Text(entry, "Sts") is null or "BOOK" && Text(entry, "RvslInd") is null or "false" or "0";

    private static Plugins.Money? AmountOf(XElement part)
    {
        var amount = Children(part, "Amt").FirstOrDefault() ?? part.Descendants().FirstOrDefault(element => element.Name.LocalName == "Amt");
        return amount is null ? null : Statement.Amount(amount.Value, amount.Attribute("Ccy")?.Value);
    }

    private static DateOnly? DateOf(XElement entry) =>
        Children(entry, "BookgDt").Descendants().FirstOrDefault() is { Value: { Length: >= DateLength } date } ? Statement.Date(date[..DateLength], "yyyy-MM-dd") : null;

    private static string TextOf(XElement part) =>
        string.Join(' ', part.Descendants().Where(element => element.Name.LocalName is "Ustrd" or "EndToEndId" or "AddtlNtryInf" or "Ref").Select(element => element.Value.Trim()));

    private static IEnumerable<XElement> Children(XElement parent, string name) => parent.Elements().Where(element => element.Name.LocalName == name);

    private static string? Text(XElement parent, string name) => Children(parent, name).FirstOrDefault()?.Value.Trim();
}
