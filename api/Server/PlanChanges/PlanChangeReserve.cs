using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.PlanChanges;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Ledger;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.PlanChanges;

/// <summary>What the balance gives to a tariff change that waits for its invoice: taken aside, and given back.</summary>
public sealed class PlanChangeReserve(Books books)
{
    public async Task Take(BillingDb db, PlanChange change, Id<Invoice> invoice, FundsPart part, DateTimeOffset now, CancellationToken cancel)
    {
        change.Await(invoice, part);
        var cause = new EntryCause(EntryKind.FundsReserved, change.Id.Value) { InvoiceId = invoice };
        await books.Book(db, cause, now, CustomerBookings.Reserved(change), cancel);
    }

    public async Task Release(BillingDb db, PlanChange change, DateTimeOffset now, CancellationToken cancel)
    {
        if (change.State == PlanChangeState.Awaiting)
        {
            var cause = new EntryCause(EntryKind.ReserveReleased, change.Id.Value) { InvoiceId = change.InvoiceId };
            await books.Book(db, cause, now, CustomerBookings.ReserveReleased(change), cancel);
        }
    }

    /// <summary>The invoice of a change was cancelled or has expired.</summary>
    public async Task Abandon(BillingDb db, Invoice invoice, DateTimeOffset now, CancellationToken cancel)
    {
        var change = await db.PlanChanges.SingleAsync(row => row.InvoiceId == invoice.Id, cancel);
        await Release(db, change, now, cancel);
        change.Abandon(now);

        // At once, not with all rows: the change that takes its place may be written before it, and only one of a service waits.
        await db.PlanChanges.Where(row => row.Id == change.Id).ExecuteUpdateAsync(row => row.SetProperty(entry => entry.State, change.State), cancel);
        db.Outbox.Announce(new EventDraft(EventTypes.PlanChangeAbandoned, now, () => PlanChangeEvent.Of(change)));
    }
}

/// <summary>What events say of a tariff change.</summary>
public sealed record PlanChangeEvent(string PlanChangeId, string SubscriptionId, string PlanId, PlanChangeState State)
{
    public static PlanChangeEvent Of(PlanChange change) => new(change.Id.Value, change.SubscriptionId.Value, change.PlanId.Value, change.State);
}
