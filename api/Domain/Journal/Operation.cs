using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Plugins;

namespace BillingHeadless.Domain.Journal;

/// <summary>
/// One line of a customer's journal (C5, D7): what a ledger entry did to its funds, what caused it, and what the funds came
/// to. It is a view of the entry, numbered in the order in which the accounts were changed: nothing is booked by it.
/// </summary>
public sealed class Operation : IEntity, IOwned
{
    private Operation()
    {
    }

    public static string IdPrefix => "opn";

    public Id<Operation> Id { get; private set; }

    public Id<Merchant> MerchantId { get; private set; }

    public Id<Customer> CustomerId { get; private set; }

    public Currency Currency { get; private set; }

    /// <summary>1, 2, 3 … of one customer and currency.</summary>
    public long Sequence { get; private set; }

    public Id<LedgerEntry> EntryId { get; private set; }

    public EntryKind Kind { get; private set; }

    public string CauseId { get; private set; } = "";

    /// <summary>What came (+) or went (-), in money and in bonus.</summary>
    public long MoneyMinor { get; private set; }

    public long BonusMinor { get; private set; }

    /// <summary>What was taken into reserve (+) or given back (-).</summary>
    public long ReservedMinor { get; private set; }

    /// <summary>The balance and the bonus after it.</summary>
    public long BalanceAfterMinor { get; private set; }

    public long BonusAfterMinor { get; private set; }

    /// <summary>What it is made of: the parts add up to money and bonus together.</summary>
    public IReadOnlyList<OperationPart> Parts { get; private set; } = [];

    public DateTimeOffset OccurredAt { get; private set; }

    public static Operation Write(Id<Operation> id, LedgerEntry entry, OperationAccount account, OperationChange change, IReadOnlyList<OperationPart> parts) => new()
    {
        Id = id,
        MerchantId = entry.MerchantId,
        CustomerId = account.CustomerId,
        Currency = account.Currency,
        Sequence = account.Sequence,
        EntryId = entry.Id,
        Kind = entry.Kind,
        CauseId = entry.CauseId,
        MoneyMinor = change.Moved.Money,
        BonusMinor = change.Moved.Bonus,
        ReservedMinor = change.Held.Total,
        BalanceAfterMinor = account.After.Money,
        BonusAfterMinor = account.After.Bonus,
        Parts = parts.Sum(part => part.AmountMinor) == change.Moved.Total
            ? parts
            : throw new ArgumentException($"The parts of {entry.Kind} {entry.CauseId} do not add up to {change.Moved.Total}.", nameof(parts)),
        OccurredAt = entry.OccurredAt,
    };
}

/// <summary>Whose journal, which line, and what there is after it.</summary>
public sealed record OperationAccount(Id<Customer> CustomerId, Currency Currency, long Sequence, Funds After);

/// <summary>What an entry did to one customer's funds.</summary>
public sealed record OperationChange(FundsPart Moved, FundsPart Held)
{
    public static OperationChange Of(IReadOnlyCollection<AccountChange> changes) =>
        new(AccountChange.SumOf(changes, change => change.Balance), AccountChange.SumOf(changes, change => change.Held));
}

/// <summary>A part of a movement.</summary>
/// <param name="Kind"><c>topUp</c>, <c>bonus</c>, <c>line</c>, <c>credit</c>, <c>meter</c>, <c>refund</c> …</param>
/// <param name="Text">The name of the line or meter.</param>
/// <param name="AmountMinor">Signed as the movement.</param>
public sealed record OperationPart(string Kind, string? Text, long AmountMinor)
{
    /// <summary>The days that it is about: the first, and the last, included.</summary>
    public DateOnly? FirstDay { get; init; }

    public DateOnly? LastDay { get; init; }

    /// <summary>How much of a meter.</summary>
    public long? Quantity { get; init; }
}
