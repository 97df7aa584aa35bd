using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Journal;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Server.Balances;
using BillingHeadless.Server.Ledger;
using BillingHeadless.Server.Platform.Persistence;

namespace BillingHeadless.Server.Journal;

/// <summary>
/// Changes the funds of one customer as an entry says, and writes the line of its journal: under the lock of its money, so that the lines are numbered
/// in the order of the changes and each knows what there was after it (C5, D7).
/// </summary>
public sealed class JournalWriter(IdSource ids)
{
    public async Task Write(
        BillingDb db,
        LedgerEntry entry,
        IReadOnlyList<AccountChange> changes,
        Func<FundsPart, IReadOnlyList<OperationPart>>? parts,
        CancellationToken cancel)
    {
        var (customer, currency) = (new Id<Customer>(changes[0].Account.Owner), changes[0].Account.Currency);
        var sequence = await KeptAccounts.NextOperation(db, new AccountName(AccountKind.Balance, customer.Value, currency), cancel);
        foreach (var change in changes)
        {
            await KeptAccounts.Change(db, change, cancel);
        }

        var account = new OperationAccount(customer, currency, sequence, await CustomerFunds.Read(db, customer, currency, cancel));
        var done = OperationChange.Of(changes);
        db.Operations.Add(Operation.Write(ids.New<Operation>(), entry, account, done, parts?.Invoke(done.Moved) ?? OperationParts.Of(entry.Kind, done.Moved)));
    }
}
