using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Ledger.Proof;

public sealed class SubscriptionsCheck : IBooksCheck
{
    public string Name => "subscriptions";

    public string Claim => "Each service ends where its paid periods lead to, counted from its anchor, is on until then, and its open invoice is one that can be paid.";

    public async Task Judge(ProofRun run, ProofFindings findings, CancellationToken cancel)
    {
        var page = await PageAfter(run, null, cancel);
        while (page.Count > 0)
        {
            foreach (var subscription in page)
            {
                findings.Judge(subscription.Id.Value, IsDoubtful(run, subscription) || await Holds(run, subscription, cancel));
            }

            page = await PageAfter(run, page[^1].Id, cancel);
        }
    }

    private static Task<List<Subscription>> PageAfter(ProofRun run, Id<Subscription>? last, CancellationToken cancel)
    {
        var rows = run.Db.Subscriptions.Include(row => row.Periods).AsQueryable();
        rows = last is { } after ? rows.Where(row => row.Id > after) : rows;
        return rows.OrderBy(row => row.Id).Take(Limits.ProofPage).ToListAsync(cancel);
    }

    private static bool IsDoubtful(ProofRun run, Subscription subscription) =>
        run.ServiceDoubts.Has(subscription.Id.Value)
        || subscription.Periods.Any(period => run.Doubts.Has(period.InvoiceId.Value))
        || (subscription.OpenInvoiceId is { } open && run.Doubts.Has(open.Value));

    private static async Task<bool> Holds(ProofRun run, Subscription subscription, CancellationToken cancel) =>
        DatesHold(subscription, run.Merchant.Calendar())
        && await StateHolds(run, subscription, cancel)
        && (subscription.OpenInvoiceId is not { } id || await run.Db.Invoices.AnyAsync(row => row.Id == id && row.Status == InvoiceStatus.Open, cancel));

    private static bool DatesHold(Subscription subscription, Calendar calendar) => subscription switch
    {
        { IsPostpaid: true } or { State: SubscriptionState.Pending } => subscription is { Periods.Count: 0, PaidUntil: null },
        { State: SubscriptionState.Active or SubscriptionState.Renewing } => subscription.Schedule is { Count: > 0 } schedule
            && subscription.EndsOn == schedule[^1].Days.End
            && subscription.PaidUntil == calendar.StartOf(schedule[^1].Days.End),
        _ => subscription.PaidUntil is not null || subscription.Periods.Count == 0,
    };

    private static async Task<bool> StateHolds(ProofRun run, Subscription subscription, CancellationToken cancel)
    {
        var hasEnded = subscription.PaidUntil <= run.Now;
        return subscription.State switch
        {
            SubscriptionState.Active => subscription.IsPostpaid || !hasEnded || await IsAboutToEnd(run, subscription, cancel),
            SubscriptionState.Renewing or SubscriptionState.Expired => hasEnded,
            SubscriptionState.Cancelled => subscription.CancelledAt is not null,
            _ => true,
        };
    }

    /// <summary>The job that ends or extends it is due and has not run yet. Its key begins with the service's id and a slash.</summary>
    private static Task<bool> IsAboutToEnd(ProofRun run, Subscription subscription, CancellationToken cancel)
    {
        var (first, end) = ($"{subscription.Id}/", $"{subscription.Id}0");
        return run.Db.Jobs.AnyAsync(
            job => job.Kind == EndSubscription.Kind
                && string.Compare(job.Key, first) >= 0
                && string.Compare(job.Key, end) < 0
                && job.State != JobState.Done
                && job.DueAt <= run.Now,
            cancel);
    }
}
