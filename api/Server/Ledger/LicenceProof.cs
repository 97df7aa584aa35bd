using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Licences;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Ledger;

/// <summary>
/// Every settled line of a licence has brought exactly its months, and every licence ends where its paid months lead to:
/// nobody has a day that was not paid, nobody lacks one that was.
/// </summary>
public static class LicenceProof
{
    public static async Task<IReadOnlyList<ProofCheck>> Check(BillingDb db, LedgerFacts facts, CancellationToken cancel) =>
        [await CheckTerms(db, facts, cancel), await CheckEnds(db, cancel)];

    private static async Task<ProofCheck> CheckTerms(BillingDb db, LedgerFacts facts, CancellationToken cancel)
    {
        var (findings, count) = (new ProofFindings(), 0L);
        var lines = db.InvoiceLines
            .Where(line => line.Months > 0)
            .Join(db.Products.Where(product => product.Kind == ProductKind.Licence), line => line.ProductId, product => product.Id, (line, product) => line)
            .GroupJoin(db.LicenceTerms, line => line.Id, term => term.InvoiceLineId, (line, terms) => new { line, terms })
            .SelectMany(pair => pair.terms.DefaultIfEmpty(), (pair, term) => new { pair.line, term });
        await foreach (var pair in lines.AsAsyncEnumerable().WithCancellation(cancel))
        {
            count++;
            var invoice = pair.line.InvoiceId.Value;
            if (!facts.IsDoubtful(invoice))
            {
                findings.AddIf(!TermHolds(pair.line.Months, pair.term, facts.Invoices.GetValueOrDefault(invoice) ?? new InvoiceMoney()), pair.line.Id.Value);
            }
        }

        return findings.Check("licenceTerms", count);
    }

    private static bool TermHolds(int months, LicenceTerm? term, InvoiceMoney money) => term is null
        ? money.Settled == 0
        : money.Settled > 0 && term.Months == months && term.IsPaid == (money.Refunded < money.Settled);

    private static async Task<ProofCheck> CheckEnds(BillingDb db, CancellationToken cancel)
    {
        var (findings, count) = (new ProofFindings(), 0L);
        var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
        var calendar = merchant.Calendar();
        await foreach (var licence in db.Licences.Include(row => row.Terms).OrderBy(row => row.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            count++;
            findings.AddIf(!EndHolds(licence, calendar), licence.Id.Value);
        }

        return findings.Check("licences", count);
    }

    private static bool EndHolds(Licence licence, Calendar calendar)
    {
        var paid = licence.Terms.Where(term => term.Anchor == licence.Anchor && term.IsPaid).Sum(term => term.Months);
        var wasTakenBack = licence.Terms.Any(term => term.Anchor == licence.Anchor && !term.IsPaid);
        if (paid == 0)
        {
            return licence.Status == LicenceStatus.Revoked;
        }

        var end = Months.After(licence.Anchor, paid);
        var endHolds = licence.EndsOn == end || (wasTakenBack && licence.EndsOn > end);
        return licence.Status != LicenceStatus.Revoked && endHolds && licence.ValidUntil == calendar.StartOf(licence.EndsOn);
    }
}
