using BillingHeadless.Domain.Ledger;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Ledger;

/// <summary>Accounts with a limit: one statement each, which decides and changes at once (ruling 5).</summary>
public static class KeptAccounts
{
    /// <exception cref="DbUpdateConcurrencyException">It does not hold so much any more: the write starts over and decides anew.</exception>
    public static async Task Change(BillingDb db, AccountChange change, CancellationToken cancel)
    {
        await Open(db, change.Account, cancel);
        var (name, balance, held) = (change.Account.ToString(), change.Balance, change.Held);
        var floor = change.NeedsCover ? -change.Free : long.MinValue;
        var changed = await db.Accounts
            .Where(row => row.Name == name && row.BalanceMinor - row.HeldMinor >= floor)
            .ExecuteUpdateAsync(
                row => row.SetProperty(entry => entry.BalanceMinor, entry => entry.BalanceMinor + balance).SetProperty(entry => entry.HeldMinor, entry => entry.HeldMinor + held),
                cancel);
        if (changed != 1)
        {
            throw new DbUpdateConcurrencyException($"The account {name} does not hold {-change.Free}.");
        }
    }

    /// <summary>Takes the account for this write: of two writes that do, the later one sees what the earlier one has done.</summary>
    public static async Task Hold(BillingDb db, AccountName account, CancellationToken cancel)
    {
        await Open(db, account, cancel);
        var name = account.ToString();
        await db.Accounts.Where(row => row.Name == name).ExecuteUpdateAsync(row => row.SetProperty(entry => entry.Operations, entry => entry.Operations), cancel);
    }

    /// <summary>The number of the next line in the journal of the customer whose money this is.</summary>
    public static async Task<long> NextOperation(BillingDb db, AccountName account, CancellationToken cancel)
    {
        await Open(db, account, cancel);
        var name = account.ToString();
        await db.Accounts.Where(row => row.Name == name).ExecuteUpdateAsync(row => row.SetProperty(entry => entry.Operations, entry => entry.Operations + 1), cancel);
        return await db.Accounts.Where(row => row.Name == name).Select(row => row.Operations).SingleAsync(cancel);
    }

    private static Task Open(BillingDb db, AccountName account, CancellationToken cancel)
    {
        var (name, currency) = (account.ToString(), account.Currency.Code);
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into accounts (merchant_id, name, currency, balance_minor, held_minor, operations) values ({db.Merchant.Value}, {name}, {currency}, 0, 0, 0)
            on conflict (merchant_id, name) do nothing
            """,
            cancel);
    }
}
