using BillingHeadless.Plugins.Documents;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Ledger;

/// <summary>Numbers have no gaps: each series has as many rows as its counter says, and its last number is the counter's.</summary>
public static class NumberProof
{
    public static async Task<IReadOnlyList<ProofCheck>> Check(BillingDb db, CancellationToken cancel)
    {
        var counters = await db.Counters.ToDictionaryAsync(row => row.Series, row => row.Value, cancel);
        var invoices = await db.Invoices.GroupBy(row => row.NumberYear).Select(group => new { group.Key, Count = group.LongCount(), Last = group.Max(row => row.Number) }).ToListAsync(cancel);
        var acts = await db.Documents
            .Where(row => row.Kind == DocumentKind.Act && row.Number > 0)
            .GroupBy(row => row.NumberYear)
            .Select(group => new { group.Key, Count = group.LongCount(), Last = group.Max(row => row.Number) })
            .ToListAsync(cancel);
        return
        [
            Judge("invoiceNumbers", invoices.Select(row => new Series(CounterRow.Invoices(row.Key), row.Count, row.Last)), counters),
            Judge("actNumbers", acts.Select(row => new Series(CounterRow.Documents("act", row.Key), row.Count, row.Last)), counters),
            Judge("orderNumbers", [new Series(CounterRow.Orders, await db.Orders.LongCountAsync(cancel), await db.Orders.MaxAsync(row => (long?)row.Number, cancel) ?? 0)], counters),
            Judge("eventSequence", [new Series(CounterRow.Events, await db.Events.LongCountAsync(cancel), await db.Events.MaxAsync(row => (long?)row.Sequence, cancel) ?? 0)], counters),
        ];
    }

    private static ProofCheck Judge(string name, IEnumerable<Series> series, Dictionary<string, long> counters)
    {
        var (findings, count) = (new ProofFindings(), 0L);
        foreach (var row in series)
        {
            count += row.Count;
            findings.AddIf(row.Count != row.Last || row.Last != counters.GetValueOrDefault(row.Name), row.Name);
        }

        return findings.Check(name, count);
    }

    private sealed record Series(string Name, long Count, long Last);
}
