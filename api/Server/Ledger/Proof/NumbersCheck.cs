using BillingHeadless.Plugins.Documents;
using BillingHeadless.Server.Documents;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Ledger.Proof;

/// <summary>
/// Numbers have no gaps: each series has as many rows as its counter says, and its last number is the counter's. That no number
/// stands twice is the indexes' matter.
/// </summary>
public sealed class NumbersCheck : IBooksCheck
{
    private readonly string prefix;
    private readonly Func<BillingDb, CancellationToken, Task<List<Series>>> read;

    private NumbersCheck(string name, string claim, string prefix, Func<BillingDb, CancellationToken, Task<List<Series>>> read)
    {
        (Name, Claim) = (name, claim);
        (this.prefix, this.read) = (prefix, read);
    }

    public static NumbersCheck OfInvoices { get; } = new("invoiceNumbers", "The invoices of a year are numbered without gaps.", CounterRow.InvoicePrefix, ReadInvoices);

    public static NumbersCheck OfDocuments { get; } =
        new("documentNumbers", "The documents of a kind and a year are numbered without gaps.", CounterRow.DocumentPrefix, ReadDocuments);

    public static NumbersCheck OfOrders { get; } = new("orderNumbers", "The orders are numbered without gaps.", CounterRow.Orders, ReadOrders);

    public static NumbersCheck OfEvents { get; } = new("eventSequence", "The events are numbered without gaps.", CounterRow.Events, ReadEvents);

    public string Name { get; }

    public string Claim { get; }

    public async Task Judge(ProofRun run, ProofFindings findings, CancellationToken cancel)
    {
        var counters = await run.Db.Counters.Where(row => row.Series.StartsWith(prefix)).ToDictionaryAsync(row => row.Series, row => row.Value, cancel);
        var found = (await read(run.Db, cancel)).ToDictionary(series => series.Name);
        foreach (var name in counters.Keys.Union(found.Keys))
        {
            var series = found.GetValueOrDefault(name) ?? new Series(name, 0, 0);
            findings.Count(series.Count);
            if (series.Count != series.Last || series.Last != counters.GetValueOrDefault(name))
            {
                findings.Add(name);
            }
        }
    }

    private static async Task<List<Series>> ReadInvoices(BillingDb db, CancellationToken cancel)
    {
        var years = await db.Invoices
            .GroupBy(row => row.NumberYear)
            .Select(group => new { Year = group.Key, Count = group.LongCount(), Last = group.Max(row => row.Number) })
            .ToListAsync(cancel);
        return [.. years.Select(year => new Series(CounterRow.Invoices(year.Year), year.Count, year.Last))];
    }

    /// <summary>A document that shows an invoice has the invoice's own number.</summary>
    private static async Task<List<Series>> ReadDocuments(BillingDb db, CancellationToken cancel)
    {
        var years = await db.Documents
            .Where(row => row.Kind != DocumentKind.Invoice && row.Number > 0)
            .GroupBy(row => new { row.Kind, row.NumberYear })
            .Select(group => new { group.Key.Kind, Year = group.Key.NumberYear, Count = group.LongCount(), Last = group.Max(row => row.Number) })
            .ToListAsync(cancel);
        return [.. years.Select(year => new Series(CounterRow.Documents(DocumentNames.Of(year.Kind), year.Year), year.Count, year.Last))];
    }

    private static async Task<List<Series>> ReadOrders(BillingDb db, CancellationToken cancel) =>
        [new(CounterRow.Orders, await db.Orders.LongCountAsync(cancel), await db.Orders.MaxAsync(row => (long?)row.Number, cancel) ?? 0)];

    private static async Task<List<Series>> ReadEvents(BillingDb db, CancellationToken cancel) =>
        [new(CounterRow.Events, await db.Events.LongCountAsync(cancel), await db.Events.MaxAsync(row => (long?)row.Sequence, cancel) ?? 0)];

    private sealed record Series(string Name, long Count, long Last);
}
