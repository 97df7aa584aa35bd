using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Plugins;
using BillingHeadless.Server.Ledger;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Balances;

/// <summary>What a customer has to spend: two rows, however many transfers there are.</summary>
public static class CustomerFunds
{
    public static async Task<Funds> Read(BillingDb db, Id<Customer> customer, Currency currency, CancellationToken cancel)
    {
        var (money, bonus) = (MoneyOf(customer, currency).ToString(), new AccountName(AccountKind.Bonus, customer.Value, currency).ToString());
        var rows = await db.Accounts
            .Where(row => row.Name == money || row.Name == bonus)
            .Select(row => new { row.Name, row.BalanceMinor, row.HeldMinor })
            .ToDictionaryAsync(row => row.Name, cancel);
        var (ofMoney, ofBonus) = (rows.GetValueOrDefault(money), rows.GetValueOrDefault(bonus));
        return new Funds(ofMoney?.BalanceMinor ?? 0, ofMoney?.HeldMinor ?? 0, ofBonus?.BalanceMinor ?? 0, ofBonus?.HeldMinor ?? 0);
    }

    /// <summary>For a decision: until this write ends, nobody else changes them.</summary>
    public static async Task<Funds> Hold(BillingDb db, Id<Customer> customer, Currency currency, CancellationToken cancel)
    {
        await KeptAccounts.Hold(db, MoneyOf(customer, currency), cancel);
        return await Read(db, customer, currency, cancel);
    }

    private static AccountName MoneyOf(Id<Customer> customer, Currency currency) => new(AccountKind.Balance, customer.Value, currency);
}
