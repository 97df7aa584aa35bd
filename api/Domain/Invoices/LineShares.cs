using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.Invoices;

/// <summary>
/// What of an invoice's money and bonus belongs to each line, in the order of the lines: in proportion, never more than the
/// line, and together exactly what was paid or remains.
/// </summary>
public static class LineShares
{
    public static IReadOnlyList<(InvoiceLine Line, FundsPart Paid)> Of(Invoice invoice, FundsPart paid, FundsPart returned)
    {
        var lines = invoice.Lines.OrderBy(line => line.Ordinal).ToList();
        var bonus = Split.ByWeight(paid.Bonus, [.. lines.Select(line => line.GrossMinor)]);
        var money = lines.Select((line, i) => line.GrossMinor - bonus[i]).ToArray();
        var bonusLeft = Split.ByWeight(paid.Bonus - returned.Bonus, bonus);
        var moneyLeft = Split.ByWeight(paid.Money - returned.Money, money);
        return [.. lines.Select((line, i) => (line, new FundsPart(moneyLeft[i], bonusLeft[i])))];
    }
}
