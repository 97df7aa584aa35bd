using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.YooKassa;

/// <summary>Fiscal receipts (54-FZ), made by YooKassa from the lines that it is told.</summary>
internal static class Receipts
{
    private const int LongestName = 128;
    private const int MostItems = 100;

    /// <summary>Why no receipt can be made; null when it can, or none is wanted.</summary>
    public static NotSent? Refuse(ReceiptRules? rules, IReadOnlyList<PaymentLine> lines, string? email)
    {
        string? problem = rules is null ? null : (lines, email) switch
        {
            (_, null) => "A receipt needs the buyer's e-mail.",
            ({ Count: 0 }, _) => "Receipts are on, and it is not known what is paid for.",
            ({ Count: > MostItems }, _) => $"A receipt has {MostItems} lines at most.",
            _ when lines.FirstOrDefault(line => VatCode(line) is null) is { } line => $"YooKassa has no code for a tax of {line.TaxRateBasisPoints} basis points.",
            _ => null,
        };
        return problem is null ? null : new NotSent(NotSentKind.InvalidRequest) { Detail = problem };
    }

    public static Receipt? Of(ReceiptRules? rules, IReadOnlyList<PaymentLine> lines, string? email) => rules is null
        ? null
        : new Receipt(new Customer(email!), [.. lines.Select(line => ItemOf(line, rules))], rules.TaxSystem);

    // All pieces of a line are one thing on the receipt: a price of one piece would not always be a whole number of kopecks.
    private static ReceiptItem ItemOf(PaymentLine line, ReceiptRules rules) => new(
        WireText.Shortened(line.Quantity == 1 ? line.Name : $"{line.Name} × {line.Quantity}", LongestName),
        "1",
        Amount.Of(line.Gross),
        VatCode(line)!.Value,
        rules.PaymentMode,
        rules.PaymentSubject,
        "piece");

    private static int? VatCode(PaymentLine line) => (line.TaxCategory, line.TaxRateBasisPoints) switch
    {
        ("E" or "O", _) => 1,
        (_, 0) => 2,
        (_, 1_000) => 3,
        (_, 2_000) => 4,
        (_, 500) => 7,
        (_, 700) => 8,
        (_, 2_200) => 11,
        _ => null,
    };
}
