using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.PlanChanges;

namespace BillingHeadless.Server.Hosted.Accounts.Services;

/// <summary>What a tariff change comes to, line by line, as its customer reads it (D6, ruling 38).</summary>
public sealed record TariffChangeTerms
{
    /// <summary>One full period of the new tariff.</summary>
    public required string Price { get; init; }

    public required string Term { get; init; }

    /// <summary>The days of the new period, both included, where it begins on the day of the preview.</summary>
    public required string FirstDay { get; init; }

    public required string LastDay { get; init; }

    /// <summary>What is credited, period by period.</summary>
    public required IReadOnlyList<CreditRow> Credits { get; init; }

    /// <summary>What the balance gives to it, at once or into reserve; null when nothing.</summary>
    public string? FromBalance { get; init; }

    /// <summary>What is missing: nothing, where the change can happen at once.</summary>
    public required string Missing { get; init; }

    /// <summary>What of the credit is above the price and goes to the balance; null when nothing is.</summary>
    public string? ToBalance { get; init; }

    public static TariffChangeTerms Of(AccountVisit visit, PlanChange change)
    {
        string? Some(long minor) => minor > 0 ? visit.Wording.Money(minor, change.Currency) : null;
        var days = new Period(change.Day, Months.After(change.Day, change.Line.Months));
        return new TariffChangeTerms
        {
            Price = visit.Wording.Money(change.PriceMinor, change.Currency),
            Term = visit.Wording.Term(change.Line.Months),
            FirstDay = visit.Wording.Date(days.Start),
            LastDay = visit.Wording.Date(days.LastDay),
            Credits = [.. change.Credits.Where(credit => credit.Credit.Total > 0).Select(credit => CreditRow.Of(visit, change, credit))],
            FromBalance = Some(change.Terms.FromBalance),
            Missing = visit.Wording.Money(change.MissingMinor, change.Currency),
            ToBalance = Some(change.CreditMinor - change.PriceMinor),
        };
    }
}

/// <summary>What the unused days of one paid period give back.</summary>
public sealed record CreditRow(string Unused, string All, string Amount, string? Bonus)
{
    public static CreditRow Of(AccountVisit visit, PlanChange change, PeriodCredit credit) => new(
        visit.Wording.Number(credit.UnusedDays),
        visit.Wording.Number(credit.AllDays),
        visit.Wording.Money(credit.Credit.Total, change.Currency),
        credit.Credit.Bonus > 0 ? visit.Wording.Money(credit.Credit.Bonus, change.Currency) : null);
}
