using BillingHeadless.Domain.Balances;
using BillingHeadless.Plugins;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Balances;

/// <summary>What a customer has, in one currency.</summary>
public sealed record CustomerBalanceView
{
    /// <summary>Its own money; below zero it is debt. The running month's usage is not in it.</summary>
    public required MoneyBody Balance { get; init; }

    /// <summary>Taken into reserve for a tariff change, or on its way back.</summary>
    public required MoneyBody Reserved { get; init; }

    /// <summary>What can be paid with: balance and bonus without the reserve, never below zero.</summary>
    public required MoneyBody Available { get; init; }

    /// <summary>Given for topping up: spent after money, never paid out.</summary>
    public required MoneyBody Bonus { get; init; }

    /// <summary>What the balance is below zero.</summary>
    public required MoneyBody Debt { get; init; }

    /// <summary>What the running month has come to so far; it is charged on the 1st of the next.</summary>
    public required MoneyBody UsageThisMonth { get; init; }

    public static CustomerBalanceView Of(Funds funds, long usage, Currency currency) => new()
    {
        Balance = MoneyBody.Of(funds.Money, currency),
        Reserved = MoneyBody.Of(funds.Reserved, currency),
        Available = MoneyBody.Of(funds.Available, currency),
        Bonus = MoneyBody.Of(funds.Bonus, currency),
        Debt = MoneyBody.Of(funds.Debt, currency),
        UsageThisMonth = MoneyBody.Of(usage, currency),
    };
}
