using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Documents;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Subscriptions;

/// <summary>Issues the automatic invoice some days before the paid time of a service ends, where its customer chose that (B6, ruling 32).</summary>
public sealed class IssueServiceInvoice(ServiceInvoices invoices, AutomaticInvoices papers) : IJob
{
    public static string Kind => "extend.invoice";

    /// <summary>One for each time that an end is set or the method chosen: the day of an end to which a refund goes back may have passed for nothing.</summary>
    public static JobDraft For(Subscription subscription, Merchant merchant, DateTimeOffset now)
    {
        var lead = Renewal.InvoiceAt(subscription.EndsOn!.Value, merchant.Settings.InvoiceLeadDays, merchant.Calendar());
        var key = $"{subscription.Id}/{Instants.ToMicroseconds(subscription.PaidUntil!.Value)}/{Instants.ToMicroseconds(now)}";
        return new JobDraft(subscription.MerchantId, Kind, key, lead > now ? lead : now, JobClock.Merchant);
    }

    public Task Run(JobRun run, CancellationToken cancel) => run.Complete(
        Turn.Of(new Id<Subscription>(run.Key.Split('/')[0])),
        async (db, token) =>
        {
            var parts = run.Key.Split('/');
            var subscription = (await SubscriptionFinder.Read(db, new Id<Subscription>(parts[0]), token))!;
            var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, token);
            var isOfThisEnd = subscription.PaidUntil is { } end && parts[1] == $"{Instants.ToMicroseconds(end)}";
            if (isOfThisEnd && Renewal.NeedsInvoice(subscription, subscription.OpenInvoiceId is not null))
            {
                await Issue(db, merchant, subscription, token);
            }
        },
        cancel);

    /// <summary>Whoever pays by bank gets the paper that a bank asks for; where it cannot be made out, or no transfer is taken, the way to pay.</summary>
    private async Task Issue(BillingDb db, Merchant merchant, Subscription subscription, CancellationToken cancel)
    {
        var issued = await invoices.Issue(db, merchant, subscription, subscription.TermMonths, cancel);
        if (!issued.Refused(out _) && !await papers.Send(db, merchant, issued.Value.Invoice, cancel))
        {
            db.Outbox.Plan(RenewalMail.Invoiced(subscription, issued.Value.Invoice.Id));
        }
    }
}
