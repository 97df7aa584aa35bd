using BillingHeadless.Domain.PlanChanges;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.PlanChanges;

/// <summary>What a tariff change would come to; it holds while day, price and balance stay as they are.</summary>
public sealed record PlanChangePreviewView
{
    public required string Id { get; init; }

    public required string PlanId { get; init; }

    /// <summary>One new full period, from the day of the change on.</summary>
    public required MoneyBody Price { get; init; }

    /// <summary>The unused days of what is paid already; above the price it goes to the balance.</summary>
    public required MoneyBody Credit { get; init; }

    /// <summary>What the balance has for it.</summary>
    public required MoneyBody Available { get; init; }

    public required MoneyBody Missing { get; init; }

    /// <summary>now: it can be confirmed and happens at once; invoice: what is missing is to be paid first.</summary>
    public required PlanChangeDecision Decision { get; init; }

    /// <summary>The credit period by period.</summary>
    public required IReadOnlyList<PeriodCreditView> Credits { get; init; }

    public static PlanChangePreviewView Of(PlanChange change) => new()
    {
        Id = change.Id.Value,
        PlanId = change.PlanId.Value,
        Price = MoneyBody.Of(change.PriceMinor, change.Currency),
        Credit = MoneyBody.Of(change.CreditMinor, change.Currency),
        Available = MoneyBody.Of(change.AvailableMinor, change.Currency),
        Missing = MoneyBody.Of(change.MissingMinor, change.Currency),
        Decision = change.Terms.Decision,
        Credits =
        [
            .. change.Credits.Select(credit => new PeriodCreditView(
                credit.PeriodId.Value, MoneyBody.Of(credit.Credit.Total, change.Currency), MoneyBody.Of(credit.Credit.Bonus, change.Currency), credit.UnusedDays, credit.AllDays)),
        ],
    };
}

/// <summary>What one paid period gives back.</summary>
/// <param name="PeriodId">The period.</param>
/// <param name="Credit">For its unused days.</param>
/// <param name="Bonus">How much of that comes back as bonus.</param>
/// <param name="UnusedDays">From the day of the change to its end.</param>
/// <param name="AllDays">How long it is.</param>
public sealed record PeriodCreditView(string PeriodId, MoneyBody Credit, MoneyBody Bonus, int UnusedDays, int AllDays);

/// <summary>A tariff change that has happened, or waits for its invoice.</summary>
public sealed record PlanChangeView
{
    public required string Id { get; init; }

    public required string SubscriptionId { get; init; }

    public required string PlanId { get; init; }

    public required PlanChangeState State { get; init; }

    /// <summary>What the balance has put aside for it.</summary>
    public required MoneyBody Reserved { get; init; }

    /// <summary>The invoice for what is missing; absent when nothing was.</summary>
    public string? InvoiceId { get; init; }

    /// <summary>Where that can be paid.</summary>
    public string? PayUrl { get; init; }

    /// <summary>The paid invoice of the new period; absent while it waits.</summary>
    public string? PurchaseId { get; init; }

    public static PlanChangeView Of(PlanChange change, Links links) => new()
    {
        Id = change.Id.Value,
        SubscriptionId = change.SubscriptionId.Value,
        PlanId = change.PlanId.Value,
        State = change.State,
        Reserved = MoneyBody.Of(change.Reserved.Total, change.Currency),
        InvoiceId = change.InvoiceId?.Value,
        PayUrl = change.InvoiceId is { } invoice ? links.Pay(invoice) : null,
        PurchaseId = change.PurchaseId?.Value,
    };
}
