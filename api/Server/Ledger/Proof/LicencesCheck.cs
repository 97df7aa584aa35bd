using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Licences;
using BillingHeadless.Server.Licences;
using BillingHeadless.Server.Merchants;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Ledger.Proof;

/// <summary>Nobody has a day that was not paid, nobody lacks one that was.</summary>
public sealed class LicencesCheck : IBooksCheck
{
    public string Name => "licences";

    public string Claim => "Each licence ends where its paid months lead to, and is active, expired or revoked accordingly.";

    public async Task Judge(ProofRun run, ProofFindings findings, CancellationToken cancel)
    {
        foreach (var product in await run.Db.Licences.Select(row => row.ProductId).Distinct().ToListAsync(cancel))
        {
            var page = await PageAfter(run.Db, product, "", cancel);
            while (page.Count > 0)
            {
                foreach (var licence in page)
                {
                    findings.Judge(licence.Id.Value, await Holds(licence, run, cancel));
                }

                page = await PageAfter(run.Db, product, page[^1].Portal, cancel);
            }
        }
    }

    private static Task<List<Licence>> PageAfter(BillingDb db, Id<Product> product, string portal, CancellationToken cancel) => db.Licences
        .Include(row => row.Terms)
        .Where(row => row.ProductId == product && string.Compare(row.Portal, portal) > 0)
        .OrderBy(row => row.Portal)
        .Take(Limits.ProofPage)
        .ToListAsync(cancel);

    private static async Task<bool> Holds(Licence licence, ProofRun run, CancellationToken cancel)
    {
        var isDoubtful = run.LicenceDoubts.Has(licence.Id.Value) || run.LicenceDoubts.Has(licence.ProductId.Value);
        return isDoubtful || (DatesHold(licence, run.Merchant.Calendar()) && await StateHolds(licence, run, cancel));
    }

    private static int PaidMonths(Licence licence) => licence.Terms.Where(term => term.Anchor == licence.Anchor && term.IsPaid).Sum(term => term.Months);

    private static bool DatesHold(Licence licence, Calendar calendar)
    {
        var paid = PaidMonths(licence);
        if (paid == 0)
        {
            return calendar.DateOf(licence.ValidUntil) == licence.EndsOn;
        }

        // What is taken back never ends a licence before the day on which that happens (ruling 6).
        var end = Months.After(licence.Anchor, paid);
        var wasTakenBack = licence.Terms.Any(term => term.Anchor == licence.Anchor && !term.IsPaid);
        return licence.ValidUntil == calendar.StartOf(licence.EndsOn) && (licence.EndsOn == end || (wasTakenBack && licence.EndsOn > end));
    }

    private static async Task<bool> StateHolds(Licence licence, ProofRun run, CancellationToken cancel)
    {
        if (PaidMonths(licence) == 0)
        {
            return licence.Status == LicenceStatus.Revoked;
        }

        var hasEnded = run.Now >= licence.ValidUntil;
        return licence.Status == LicenceStatus.Active && hasEnded
            ? await IsAboutToExpire(licence, run, cancel)
            : licence.Status == (hasEnded ? LicenceStatus.Expired : LicenceStatus.Active);
    }

    /// <summary>The job that is to say so is due and has not run yet. Its key begins with the licence's id and a slash.</summary>
    private static Task<bool> IsAboutToExpire(Licence licence, ProofRun run, CancellationToken cancel)
    {
        var (first, end) = ($"{licence.Id}/", $"{licence.Id}0");
        return run.Db.Jobs.AnyAsync(
            job => job.Kind == ExpireLicence.Kind
                && string.Compare(job.Key, first) >= 0
                && string.Compare(job.Key, end) < 0
                && job.State != JobState.Done
                && job.DueAt <= run.Now,
            cancel);
    }
}
