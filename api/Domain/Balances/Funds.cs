namespace BillingHeadless.Domain.Balances;

/// <summary>
/// What a customer has to spend in one currency, in minor units: its own money and its bonus, and what of either is held
/// back. Bonus counts as funds, is drawn after money, and never leaves as money (ruling 33).
/// </summary>
public readonly record struct Funds(long Money, long MoneyHeld = 0, long Bonus = 0, long BonusHeld = 0)
{
    /// <summary>What the balance is below zero (ruling 37).</summary>
    public long Debt => Math.Max(0, -Money);

    /// <summary>Taken into reserve or on its way back.</summary>
    public long Reserved => MoneyHeld + BonusHeld;

    /// <summary>Money that nothing holds back.</summary>
    public long FreeMoney => Math.Max(0, Money - MoneyHeld);

    /// <summary>Bonus that nothing holds back.</summary>
    public long FreeBonus => Math.Max(0, Bonus - BonusHeld);

    /// <summary>What can be paid with: the reserve never counts (ruling 34), and a debt counts against the bonus.</summary>
    public long Available => Math.Max(0, Money - MoneyHeld + Bonus - BonusHeld);

    /// <summary>What is missing for an amount.</summary>
    public long MissingFor(long amount) => Math.Max(0, amount - Available);

    /// <summary>Money first, then bonus.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is not so much: a rule above should have refused.</exception>
    public FundsPart Draw(long amount) => amount >= 0 && amount <= Available
        ? FundsPart.Of(amount, money: Math.Min(FreeMoney, amount))
        : throw new ArgumentOutOfRangeException(nameof(amount), amount, $"There is {Available} to draw.");

    /// <summary>Money first, then bonus, and what both lack takes the balance below zero (C3).</summary>
    public FundsPart Charge(long amount)
    {
        var bonus = Math.Min(FreeBonus, Math.Max(0, amount - FreeMoney));
        return FundsPart.Of(amount, money: amount - bonus);
    }

    /// <summary>These funds once a part has come back, or with a part less when it is negative.</summary>
    public Funds With(FundsPart part) => this with { Money = Money + part.Money, Bonus = Bonus + part.Bonus };

    /// <summary>These funds with so much more held back.</summary>
    public Funds Holding(FundsPart part) => this with { MoneyHeld = MoneyHeld + part.Money, BonusHeld = BonusHeld + part.Bonus };
}

/// <summary>An amount by what it consists of.</summary>
public readonly record struct FundsPart(long Money, long Bonus)
{
    public static FundsPart Nothing => default;

    public long Total => Money + Bonus;

    public static FundsPart operator +(FundsPart left, FundsPart right) => new(left.Money + right.Money, left.Bonus + right.Bonus);

    public static FundsPart operator -(FundsPart left, FundsPart right) => new(left.Money - right.Money, left.Bonus - right.Bonus);

    public static FundsPart operator -(FundsPart part) => new(-part.Money, -part.Bonus);

    public static FundsPart Of(long total, long money) => new(money, total - money);

    /// <summary>The part of it that falls to a share of the whole: together exactly the share.</summary>
    public FundsPart Share(long amount) => Total == 0 ? Nothing : Of(amount, money: amount - Kernel.Rounding.HalfUp((Int128)Bonus * amount, Total));
}
