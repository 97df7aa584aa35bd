using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.PlanChanges;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Domain.Usage;

namespace BillingHeadless.Domain.Journal;

/// <summary>What movements are made of, so that a customer understands each to the unit (C5).</summary>
public static class OperationParts
{
    public static IReadOnlyList<OperationPart> ToppedUp(long amount, long bonus) => Kept(new("topUp", null, amount), new("bonus", null, bonus));

    /// <summary>A payment, spread over the lines of its invoice in proportion.</summary>
    public static IReadOnlyList<OperationPart> Paid(Invoice invoice, long amount)
    {
        var lines = invoice.Lines.OrderBy(line => line.Ordinal).ToList();
        var parts = Split.ByWeight(-amount, [.. lines.Select(line => line.GrossMinor)]);
        return Kept([.. lines.Select((line, i) => new OperationPart("line", line.PlanName, parts[i]))]);
    }

    /// <summary>Unused days of one period.</summary>
    public static IReadOnlyList<OperationPart> Credited(PeriodCredit credit, Period days, string planName) =>
        Kept(new OperationPart("credit", planName, credit.Credit.Total)
        {
            FirstDay = days.End.AddDays(-credit.UnusedDays),
            LastDay = days.LastDay,
            Quantity = credit.UnusedDays,
        });

    /// <summary>A month's charge, meter by meter; its days stand in the charge itself.</summary>
    public static IReadOnlyList<OperationPart> Charged(UsageCharge charge) => Kept([.. charge.Parts.Select(part => new OperationPart("meter", part.Meter, -part.AmountMinor)
    {
        FirstDay = part.Days.Count > 0 ? part.Days[0].Day : part.Month.FirstDay,
        LastDay = part.Days.Count > 0 ? part.Days[^1].Day : part.Month.Period.LastDay,
        Quantity = part.Days.Sum(day => day.Quantity),
    })]);

    /// <summary>A movement that is one thing, with what of it was bonus apart.</summary>
    public static IReadOnlyList<OperationPart> Of(EntryKind kind, FundsPart moved) => Kept(new(NameOf(kind), null, moved.Money), new("bonus", null, moved.Bonus));

    private static string NameOf(EntryKind kind) => kind switch
    {
        EntryKind.SurplusCredited => "surplus",
        EntryKind.ReturnedToBalance => "returned",
        EntryKind.RefundReserved or EntryKind.RefundResolved or EntryKind.RefundSucceededLate => "refund",
        EntryKind.PeriodCredited => "credit",
        EntryKind.UsageCharged => "meter",
        EntryKind.PaidFromBalance => "line",
        _ => "topUp",
    };

    private static IReadOnlyList<OperationPart> Kept(params IReadOnlyList<OperationPart> parts) => [.. parts.Where(part => part.AmountMinor != 0)];
}
