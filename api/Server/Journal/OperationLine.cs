using System.Text.Json;
using BillingHeadless.Domain.Journal;
using BillingHeadless.Domain.Language;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Plugins;

namespace BillingHeadless.Server.Journal;

/// <summary>A movement of the journal as cells of a table; amounts are in major units, as spreadsheets add them up.</summary>
public static class OperationLine
{
    public static IReadOnlyList<string> Columns { get; } =
    [
        "sequence", "occurredAt", "kind", "amount", "bonus", "reserved", "balanceAfter", "bonusAfter", "currency", "parts", "invoiceId", "paymentId", "refundId", "usageChargeId",
    ];

    public static IReadOnlyList<string> Of(Operation operation, LedgerEntry entry)
    {
        string Amount(long minor) => MoneyText.Plain(new Money(minor, operation.Currency));
        return
        [
            $"{operation.Sequence}",
            $"{operation.OccurredAt:yyyy-MM-ddTHH:mm:ssZ}",
            JsonNamingPolicy.CamelCase.ConvertName($"{operation.Kind}"),
            Amount(operation.MoneyMinor + operation.BonusMinor),
            Amount(operation.BonusMinor),
            Amount(operation.ReservedMinor),
            Amount(operation.BalanceAfterMinor),
            Amount(operation.BonusAfterMinor),
            operation.Currency.Code,
            string.Join("; ", operation.Parts.Select(part => Describe(part, Amount(part.AmountMinor)))),
            entry.InvoiceId?.Value ?? "",
            entry.PaymentId?.Value ?? "",
            entry.RefundId?.Value ?? "",
            operation.Kind == EntryKind.UsageCharged ? operation.CauseId : "",
        ];
    }

    /// <summary>For example "meter users 2026-11-01/2026-11-30 x35 -150.00".</summary>
    private static string Describe(OperationPart part, string amount) => string.Join(' ', new[]
    {
        part.Kind,
        part.Text,
        part.FirstDay is null ? null : $"{part.FirstDay:yyyy-MM-dd}/{part.LastDay:yyyy-MM-dd}",
        part.Quantity is null ? null : $"x{part.Quantity}",
        amount,
    }.Where(word => !string.IsNullOrEmpty(word)));
}
