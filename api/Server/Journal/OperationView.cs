using BillingHeadless.Domain.Journal;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Usage;
using BillingHeadless.Plugins;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Usage;

namespace BillingHeadless.Server.Journal;

/// <summary>One line of a customer's journal: what moved, why, what it is made of, and what there was after it.</summary>
public sealed record OperationView
{
    public required string Id { get; init; }

    /// <summary>1, 2, 3 … of this customer and currency, without gaps.</summary>
    public required long Sequence { get; init; }

    public required EntryKind Kind { get; init; }

    /// <summary>What came or, below zero, went: money and bonus together.</summary>
    public required MoneyBody Amount { get; init; }

    /// <summary>What of the amount was bonus.</summary>
    public required MoneyBody Bonus { get; init; }

    /// <summary>What was taken into reserve or, below zero, given back.</summary>
    public required MoneyBody Reserved { get; init; }

    /// <summary>The balance after it.</summary>
    public required MoneyBody BalanceAfter { get; init; }

    /// <summary>The bonus after it.</summary>
    public required MoneyBody BonusAfter { get; init; }

    public string? InvoiceId { get; init; }

    public string? PaymentId { get; init; }

    public string? RefundId { get; init; }

    /// <summary>The charge of a month's usage.</summary>
    public string? UsageChargeId { get; init; }

    /// <summary>They add up to the amount.</summary>
    public required IReadOnlyList<OperationPartView> Parts { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public static OperationView Of(Operation operation, LedgerEntry entry, UsageCharge? charge)
    {
        MoneyBody Money(long minor) => MoneyBody.Of(minor, operation.Currency);
        return new OperationView
        {
            Id = operation.Id.Value,
            Sequence = operation.Sequence,
            Kind = operation.Kind,
            Amount = Money(operation.MoneyMinor + operation.BonusMinor),
            Bonus = Money(operation.BonusMinor),
            Reserved = Money(operation.ReservedMinor),
            BalanceAfter = Money(operation.BalanceAfterMinor),
            BonusAfter = Money(operation.BonusAfterMinor),
            InvoiceId = entry.InvoiceId?.Value,
            PaymentId = entry.PaymentId?.Value,
            RefundId = entry.RefundId?.Value,
            UsageChargeId = charge?.Id.Value,
            Parts = [.. operation.Parts.Select(part => OperationPartView.Of(part, operation.Currency, charge))],
            OccurredAt = operation.OccurredAt,
        };
    }
}

/// <summary>A part of a movement.</summary>
public sealed record OperationPartView
{
    /// <summary>topUp, bonus, line, credit, meter, refund, returned, surplus.</summary>
    public required string Kind { get; init; }

    /// <summary>The name of the line or meter.</summary>
    public string? Text { get; init; }

    public required MoneyBody Amount { get; init; }

    /// <summary>The days that it is about, both included.</summary>
    public DateOnly? FirstDay { get; init; }

    public DateOnly? LastDay { get; init; }

    /// <summary>How much of a meter, or how many unused days.</summary>
    public long? Quantity { get; init; }

    /// <summary>Of a meter: what its days came to. Of a correction they come to the new total of its month.</summary>
    public required IReadOnlyList<DayUsageView> Days { get; init; }

    public static OperationPartView Of(OperationPart part, Currency currency, UsageCharge? charge) => new()
    {
        Kind = part.Kind,
        Text = part.Text,
        Amount = MoneyBody.Of(part.AmountMinor, currency),
        FirstDay = part.FirstDay,
        LastDay = part.LastDay,
        Quantity = part.Quantity,
        Days = [.. DaysOf(part, charge).Select(day => DayUsageView.Of(day, currency))],
    };

    private static IEnumerable<DayUsage> DaysOf(OperationPart part, UsageCharge? charge) =>
        part.FirstDay is { } day ? charge?.Parts.FirstOrDefault(of => of.Meter == part.Text && of.Month.Contains(day))?.Days ?? [] : [];
}
