using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Persistence;

namespace BillingHeadless.Server.Ledger;

/// <summary>Writes money facts into the ledger: the entry with its transfers, and the balances of accounts that keep one.</summary>
public sealed class Books(IdSource ids)
{
    public async Task Book(BillingDb db, EntryCause cause, DateTimeOffset now, IReadOnlyList<TransferDraft> transfers, CancellationToken cancel)
    {
        var entry = LedgerEntry.Write(ids.New<LedgerEntry>(), db.Merchant, cause, now, transfers);
        db.LedgerEntries.Add(entry);
        db.Outbox.Number(CounterRow.Ledger, entry.TakeNumber);
        foreach (var transfer in transfers.Where(transfer => transfer.Phase == TransferPhase.Posted))
        {
            await Balances.Change(db, transfer.Debit, -transfer.AmountMinor, cancel);
            await Balances.Change(db, transfer.Credit, transfer.AmountMinor, cancel);
        }
    }
}
