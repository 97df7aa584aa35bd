using BillingHeadless.Domain.BankTransfers;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.BankTransfers;

/// <summary>Money that came to the merchant's account, and what became of it.</summary>
public sealed record StatementEntryView
{
    public required string Id { get; init; }

    /// <summary>The bank's own name of it, where it gives one.</summary>
    public string? BankId { get; init; }

    /// <summary>The day on which the bank booked it, where the statement says so.</summary>
    public DateOnly? BookedOn { get; init; }

    /// <summary>What came.</summary>
    public required MoneyBody Amount { get; init; }

    /// <summary>What the payer and the bank wrote about it.</summary>
    public required string Text { get; init; }

    /// <summary>What became of it.</summary>
    public required StatementOutcome Outcome { get; init; }

    /// <summary>The payment that it settled, or that it may be the money of.</summary>
    public string? PaymentId { get; init; }

    /// <summary>Whether an earlier statement had brought it: then nothing was booked now.</summary>
    public required bool AlreadyImported { get; init; }

    public required DateTimeOffset ImportedAt { get; init; }

    public static StatementEntryView Of(StatementEntry entry, bool alreadyImported = false) => new()
    {
        Id = entry.Id.Value,
        BankId = entry.BankId,
        BookedOn = entry.BookedOn,
        Amount = MoneyBody.Of(entry.Amount),
        Text = entry.Text,
        Outcome = entry.Outcome,
        PaymentId = entry.PaymentId?.Value,
        AlreadyImported = alreadyImported,
        ImportedAt = entry.ImportedAt,
    };
}
