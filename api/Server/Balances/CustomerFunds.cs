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
    public static async Task<Funds> Read(BillingDb db, Id<Customer> customer, Currency currency, CancellationToken cancel) =>
        (await Read(db, [(customer, currency)], cancel))[(customer, currency)];

    /// <summary>Of all customers of a page at once.</summary>
    public static async Task<IReadOnlyDictionary<(Id<Customer>, Currency), Funds>> Read(
        BillingDb db, IReadOnlyCollection<(Id<Customer> Customer, Currency Currency)> wanted, CancellationToken cancel)
    {
        var names = wanted.Distinct().SelectMany(one => new[] { MoneyOf(one.Customer, one.Currency), BonusOf(one.Customer, one.Currency) }).Select(name => name.ToString()).ToList();
        var rows = await db.Accounts
            .Where(row => names.Contains(row.Name))
            .Select(row => new { row.Name, row.BalanceMinor, row.HeldMinor })
            .ToDictionaryAsync(row => row.Name, cancel);
        return wanted.Distinct().ToDictionary(one => one, one =>
        {
            var (money, bonus) = (rows.GetValueOrDefault($"{MoneyOf(one.Customer, one.Currency)}"), rows.GetValueOrDefault($"{BonusOf(one.Customer, one.Currency)}"));
            return new Funds(money?.BalanceMinor ?? 0, money?.HeldMinor ?? 0, bonus?.BalanceMinor ?? 0, bonus?.HeldMinor ?? 0);
        });
    }

    /// <summary>For a decision: until this write ends, nobody else changes them.</summary>
    public static async Task<Funds> Hold(BillingDb db, Id<Customer> customer, Currency currency, CancellationToken cancel)
    {
        await KeptAccounts.Hold(db, MoneyOf(customer, currency), cancel);
        return await Read(db, customer, currency, cancel);
    }

    private static AccountName MoneyOf(Id<Customer> customer, Currency currency) => new(AccountKind.Balance, customer.Value, currency);

    private static AccountName BonusOf(Id<Customer> customer, Currency currency) => new(AccountKind.Bonus, customer.Value, currency);
}
