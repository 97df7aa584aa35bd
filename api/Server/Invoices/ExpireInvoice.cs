using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Invoices;

/// <summary>Ends an invoice at the midnight after its last day; while a payment is undecided it waits for that (ruling 4).</summary>
public sealed class ExpireInvoice(InvoiceClosing closing) : IJob
{
    public static string Kind => "invoice.expire";

    public static JobDraft For(Invoice invoice) => new(invoice.MerchantId, Kind, invoice.Id.Value, invoice.DueAt, JobClock.Merchant);

    /// <summary>Again, once a payment that may have kept it open is decided and has not settled it.</summary>
    public static JobDraft After(Invoice invoice, string paymentId, DateTimeOffset now) =>
        new(invoice.MerchantId, Kind, $"{invoice.Id}/{paymentId}", now > invoice.DueAt ? now : invoice.DueAt, JobClock.Merchant);

    public Task Run(JobRun run, CancellationToken cancel) => run.Complete(
        Turn.Of(new Id<Invoice>(run.Key.Split('/')[0])),
        async (db, token) =>
        {
            var id = new Id<Invoice>(run.Key.Split('/')[0]);
            var invoice = await db.Invoices.SingleAsync(row => row.Id == id, token);
            await closing.Close(db, invoice, InvoiceStatus.Expired, EventTypes.InvoiceExpired, token);
        },
        cancel);
}
