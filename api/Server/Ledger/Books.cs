using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Journal;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Journal;
using BillingHeadless.Server.Platform.Persistence;

namespace BillingHeadless.Server.Ledger;

/// <summary>
/// Writes money facts into the ledger: the entry with its transfers, the balances of accounts that keep one, and a line in the journal
/// of each customer whose funds it changes.
/// </summary>
public sealed class Books(IdSource ids, JournalWriter journal)
{
    /// <param name="db">The write.</param>
    /// <param name="cause">What is booked.</param>
    /// <param name="now">When.</param>
    /// <param name="transfers">As the bookings say.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="parts">What a customer's movement is made of; left out where it is one thing.</param>
    public async Task Book(
        BillingDb db,
        EntryCause cause,
        DateTimeOffset now,
        IReadOnlyList<TransferDraft> transfers,
        CancellationToken cancel,
        Func<FundsPart, IReadOnlyList<OperationPart>>? parts = null)
    {
        var entry = LedgerEntry.Write(ids.New<LedgerEntry>(), db.Merchant, cause, now, transfers);
        db.LedgerEntries.Add(entry);
        db.Outbox.Number(CounterRow.Ledger, entry.TakeNumber);
        foreach (var customer in AccountChange.Of(cause.Kind, transfers).GroupBy(change => (change.Account.Owner, change.Account.Currency)))
        {
            await journal.Write(db, entry, [.. customer], parts, cancel);
        }
    }
}
