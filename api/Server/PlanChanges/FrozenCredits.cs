using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.PlanChanges;
using BillingHeadless.Server.Invoices;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.PlanChanges;

/// <summary>A credit that waits for its tariff change is frozen: when the money that it is for goes back, the change gives way to the refund.</summary>
public sealed class FrozenCredits(InvoiceClosing closing)
{
    /// <returns>Why it cannot: a payment for the change is not decided yet.</returns>
    public async Task<Refusal?> GiveWay(BillingDb db, Invoice invoice, CancellationToken cancel)
    {
        var periods = await db.ServicePeriods.Where(row => row.InvoiceId == invoice.Id).Select(row => new { row.Id, row.SubscriptionId }).ToListAsync(cancel);
        var services = periods.Select(period => period.SubscriptionId).ToList();
        var waiting = await db.PlanChanges.Where(row => row.State == PlanChangeState.Awaiting && services.Contains(row.SubscriptionId)).ToListAsync(cancel);
        foreach (var change in waiting.Where(change => change.Credits.Any(credit => periods.Exists(period => period.Id == credit.PeriodId))))
        {
            var open = await db.Invoices.Include(row => row.Lines).SingleAsync(row => row.Id == change.InvoiceId, cancel);
            if (await closing.Close(db, open, InvoiceStatus.Cancelled, EventTypes.InvoiceCancelled, cancel) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }
}
