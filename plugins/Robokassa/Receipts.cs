using System.Text.Json;
using System.Text.Json.Serialization;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Robokassa;

/// <summary>Fiscal receipts (54-FZ), made by Robokassa from the lines that it is told.</summary>
internal static class Receipts
{
    private const int LongestName = 128;

    /// <summary>The receipt of a payment as it is signed and sent: JSON, encoded once.</summary>
    public static string Of(IReadOnlyList<PaymentLine> lines, ReceiptRules rules)
    {
        var items = lines.Select(line => new ReceiptItem(NameOf(line), 1, Number(line.Gross), rules.PaymentMethod, rules.PaymentObject, TaxOf(line)!));
        return Uri.EscapeDataString(JsonSerializer.Serialize(new Receipt(rules.TaxSystem, [.. items]), WireJson.Default.Receipt));
    }

    /// <summary>The lines of a refund.</summary>
    public static RefundItem[] OfRefund(IReadOnlyList<PaymentLine> lines, ReceiptRules rules) =>
        [.. lines.Select(line => new RefundItem(NameOf(line), 1, Number(line.Gross), TaxOf(line)!, rules.PaymentMethod, rules.PaymentObject))];

    /// <summary>Why no receipt can be made of these lines; null when it can.</summary>
    public static string? Refuse(IReadOnlyList<PaymentLine> lines)
    {
        if (lines.Count == 0)
        {
            return "Receipts are on, and it is not known what is paid for.";
        }

        return lines.FirstOrDefault(line => TaxOf(line) is null) is { } line ? $"Robokassa has no name for a tax of {line.TaxRateBasisPoints} basis points." : null;
    }

    public static RawNumber Number(Money amount)
    {
        var text = MajorUnits.Write(amount);
        return new RawNumber(text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text);
    }

    // All pieces of a line are one thing on the receipt: a price of one piece would not always be a whole number of kopecks.
    private static string NameOf(PaymentLine line) => WireText.Shortened(line.Quantity == 1 ? line.Name : $"{line.Name} × {line.Quantity}", LongestName);

    private static string? TaxOf(PaymentLine line) => (line.TaxCategory, line.TaxRateBasisPoints) switch
    {
        ("E" or "O", _) => "none",
        (_, 0) => "vat0",
        (_, 500) => "vat5",
        (_, 700) => "vat7",
        (_, 1_000) => "vat10",
        (_, 1_200) => "vat12",
        (_, 2_000) => "vat20",
        (_, 2_200) => "vat22",
        _ => null,
    };
}

internal sealed record Receipt(string Sno, ReceiptItem[] Items);

internal sealed record ReceiptItem(
    string Name, int Quantity, RawNumber Sum, [property: JsonPropertyName("payment_method")] string PaymentMethod, [property: JsonPropertyName("payment_object")] string PaymentObject, string Tax);
