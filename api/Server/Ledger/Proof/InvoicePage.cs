using System.Runtime.CompilerServices;
using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Documents;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Licences;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Documents;
using BillingHeadless.Server.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Ledger.Proof;

/// <summary>Reads a page of invoices with all that belongs to them: one query for each kind of row, whatever the page holds.</summary>
public sealed class InvoicePage
{
    private readonly ProofRun run;
    private readonly IQueryable<Invoice> rows;
    private List<Invoice> invoices = [];
    private Dictionary<Id<Order>, Order> orders = [];
    private ILookup<Id<Invoice>, Payment> payments = null!;
    private ILookup<Id<Invoice>, Refund> refunds = null!;
    private ILookup<Id<Invoice>, LicenceTerm> terms = null!;
    private ILookup<Id<Invoice>, ServicePeriod> periods = null!;
    private ILookup<Id<Invoice>, Document> documents = null!;
    private ILookup<Id<Invoice>, LedgerEntry> entries = null!;
    private ILookup<Id<Document>, ActLine> actLines = null!;
    private HashSet<Id<Document>> printed = [];
    private HashSet<string> aboutToBeOverdue = [];
    private HashSet<Id<Product>> licenceProducts = [];

    private InvoicePage(ProofRun run, IQueryable<Invoice> rows) => (this.run, this.rows) = (run, rows);

    /// <summary>Year by year in the order of their numbers: each page begins where an index says, however many there are.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<InvoiceFile>> All(ProofRun run, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var year in await run.Db.Invoices.Select(row => row.NumberYear).Distinct().ToListAsync(cancel))
        {
            for (long? last = long.MinValue; last is { } after;)
            {
                var page = new InvoicePage(run, run.Db.Invoices.Where(row => row.NumberYear == year && row.Number > after).OrderBy(row => row.Number).Take(Limits.ProofPage));
                yield return await page.Read(cancel);
                last = page.invoices.LastOrDefault()?.Number;
            }
        }
    }

    private async Task<IReadOnlyList<InvoiceFile>> Read(CancellationToken cancel)
    {
        invoices = await rows.Include(row => row.Lines).ToListAsync(cancel);
        if (invoices.Count > 0)
        {
            await ReadMoney(cancel);
            await ReadGoods(cancel);
        }

        return [.. invoices.Select(FileOf)];
    }

    private async Task ReadMoney(CancellationToken cancel)
    {
        var ids = invoices.Select(row => row.Id).ToList();
        var ofEntries = ids.Select(id => (Id<Invoice>?)id).ToList();
        var db = run.Db;
        payments = (await db.Payments.Where(row => ids.Contains(row.InvoiceId)).ToListAsync(cancel)).ToLookup(row => row.InvoiceId);
        refunds = (await db.Refunds.Where(row => ids.Contains(row.InvoiceId)).ToListAsync(cancel)).ToLookup(row => row.InvoiceId);
        entries = (await db.LedgerEntries.Include(row => row.Transfers).Where(row => ofEntries.Contains(row.InvoiceId)).ToListAsync(cancel))
            .ToLookup(row => row.InvoiceId!.Value);
    }

    private async Task ReadGoods(CancellationToken cancel)
    {
        var ids = invoices.Select(row => row.Id).ToList();
        var products = invoices.SelectMany(row => row.Lines).Select(line => line.ProductId).Distinct().ToList();
        var db = run.Db;
        orders = await rows.Join(db.Orders, row => row.OrderId, order => (Id<Order>?)order.Id, (_, order) => order).ToDictionaryAsync(order => order.Id, cancel);
        terms = (await db.LicenceTerms.Where(row => ids.Contains(row.InvoiceId)).ToListAsync(cancel)).ToLookup(row => row.InvoiceId);
        periods = (await db.ServicePeriods.Where(row => ids.Contains(row.InvoiceId)).ToListAsync(cancel)).ToLookup(row => row.InvoiceId);
        licenceProducts = [.. await db.Products.Where(row => products.Contains(row.Id) && row.Kind == ProductKind.Licence).Select(row => row.Id).ToListAsync(cancel)];
        var found = await db.Documents.Where(row => ids.Contains(row.InvoiceId)).ToListAsync(cancel);
        documents = found.ToLookup(row => row.InvoiceId);
        await ReadDocumentState([.. found.Select(row => row.Id)], cancel);
    }

    private async Task ReadDocumentState(List<Id<Document>> ids, CancellationToken cancel)
    {
        actLines = (await run.Db.ActLines.Where(line => ids.Contains(line.DocumentId)).ToListAsync(cancel)).ToLookup(line => line.DocumentId);
        printed = [.. await run.Db.DocumentFiles.Where(file => ids.Contains(file.DocumentId)).Select(file => file.DocumentId).ToListAsync(cancel)];
        var keys = ids.Select(id => id.Value).ToList();
        aboutToBeOverdue = [.. await run.Db.Jobs
            .Where(job => job.Kind == MarkActOverdue.Kind && job.State != JobState.Done && job.DueAt <= run.Now && keys.Contains(job.Key))
            .Select(job => job.Key)
            .ToListAsync(cancel)];
    }

    private InvoiceFile FileOf(Invoice invoice)
    {
        var file = new InvoiceFile(run, invoice)
        {
            Order = invoice.OrderId is { } order ? orders.GetValueOrDefault(order) : null,
            Payments = [.. payments[invoice.Id]],
            Refunds = [.. refunds[invoice.Id]],
            Terms = [.. terms[invoice.Id]],
            Periods = [.. periods[invoice.Id]],
            Documents = [.. documents[invoice.Id]],
            ActLines = actLines,
            Printed = printed,
            AboutToBeOverdue = aboutToBeOverdue,
            LicenceProducts = licenceProducts,
        };
        file.TakeDoubts();
        if (!file.IsDoubtful)
        {
            file.Facts.Take(entries[invoice.Id]);
        }

        return file;
    }
}
