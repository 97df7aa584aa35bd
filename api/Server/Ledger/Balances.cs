using BillingHeadless.Domain.Ledger;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Ledger;

/// <summary>Balances of accounts with a limit: one statement each, which decides and changes at once (ruling 5).</summary>
public static class Balances
{
    /// <summary>Changes a kept balance; accounts that keep none are left to their transfers.</summary>
    /// <exception cref="InvalidOperationException">The account does not hold so much: a rule above should have refused.</exception>
    public static async Task Change(BillingDb db, AccountName account, long amount, CancellationToken cancel)
    {
        if (!account.IsGuarded || amount == 0)
        {
            return;
        }

        var (name, currency, floor) = (account.ToString(), account.Currency.Code, amount < 0 ? -amount : long.MinValue);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into accounts (merchant_id, name, currency, balance_minor, held_minor) values ({db.Merchant.Value}, {name}, {currency}, 0, 0)
            on conflict (merchant_id, name) do nothing
            """,
            cancel);
        var changed = await db.Accounts
            .Where(row => row.Name == name && row.BalanceMinor - row.HeldMinor >= floor)
            .ExecuteUpdateAsync(row => row.SetProperty(entry => entry.BalanceMinor, entry => entry.BalanceMinor + amount), cancel);
        if (changed != 1)
        {
            throw new InvalidOperationException($"The account {name} does not hold {-amount}.");
        }
    }
}
