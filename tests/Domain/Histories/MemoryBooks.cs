using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Journal;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Plugins;

namespace BillingHeadless.Tests.Domain.Histories;

/// <summary>The ledger in memory: entries of the domain, accounts with a limit that are changed as the server changes them, and the journal.</summary>
public sealed class MemoryBooks(IdSource ids, Id<Merchant> merchant, Currency currency)
{
    private readonly HashSet<(EntryKind Kind, string Cause)> booked = [];
    private readonly Dictionary<AccountName, (long Balance, long Held)> accounts = [];

    public List<LedgerEntry> Entries { get; } = [];

    public List<Operation> Journal { get; } = [];

    public IReadOnlyDictionary<AccountName, (long Balance, long Held)> Accounts => accounts;

    public Funds FundsOf(Id<Customer> customer)
    {
        var (money, moneyHeld) = accounts.GetValueOrDefault(new(AccountKind.Balance, customer.Value, currency));
        var (bonus, bonusHeld) = accounts.GetValueOrDefault(new(AccountKind.Bonus, customer.Value, currency));
        return new Funds(money, moneyHeld, bonus, bonusHeld);
    }

    public void Book(EntryCause cause, DateTimeOffset now, IReadOnlyList<TransferDraft> transfers, Func<FundsPart, IReadOnlyList<OperationPart>>? parts = null)
    {
        if (!booked.Add((cause.Kind, cause.CauseId)))
        {
            throw new InvalidOperationException($"{cause.Kind} of {cause.CauseId} is booked already.");
        }

        var entry = LedgerEntry.Write(ids.New<LedgerEntry>(), merchant, cause, now, transfers);
        entry.TakeNumber(Entries.Count + 1);
        Entries.Add(entry);
        var changes = AccountChange.Of(cause.Kind, transfers);
        foreach (var change in changes)
        {
            Change(cause, change);
        }

        foreach (var customer in changes.GroupBy(change => change.Account.Owner))
        {
            Note(entry, new Id<Customer>(customer.Key), OperationChange.Of([.. customer]), parts);
        }
    }

    private void Change(EntryCause cause, AccountChange change)
    {
        var (balance, held) = accounts.GetValueOrDefault(change.Account);
        if (!change.IsCovered(balance - held))
        {
            throw new InvalidOperationException($"{cause.Kind} of {cause.CauseId}: {change.Account} has {balance} of which {held} is held; {change.Free} is too much.");
        }

        accounts[change.Account] = (balance + change.Balance, held + change.Held);
    }

    private void Note(LedgerEntry entry, Id<Customer> customer, OperationChange change, Func<FundsPart, IReadOnlyList<OperationPart>>? parts)
    {
        var sequence = Journal.Count(line => line.CustomerId == customer) + 1;
        var account = new OperationAccount(customer, currency, sequence, FundsOf(customer));
        Journal.Add(Operation.Write(ids.New<Operation>(), entry, account, change, parts?.Invoke(change.Moved) ?? OperationParts.Of(entry.Kind, change.Moved)));
    }
}
