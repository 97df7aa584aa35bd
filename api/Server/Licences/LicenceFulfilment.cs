using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Licences;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Licences;

/// <summary>Makes licences of paid lines, in the settlement's own commit: active the same second (A8), and taken back when all money went back.</summary>
public sealed class LicenceFulfilment(LicenceKeys keys, IdSource ids)
{
    public async Task Fulfil(BillingDb db, Merchant merchant, Order order, Invoice invoice, DateTimeOffset now, CancellationToken cancel)
    {
        if (order.Portal is not { } portal)
        {
            return;
        }

        foreach (var line in invoice.Lines.Where(line => line.Months > 0))
        {
            if (await db.Products.AnyAsync(product => product.Id == line.ProductId && product.Kind == Domain.Catalog.ProductKind.Licence, cancel))
            {
                await Extend(db, merchant, order, line, portal, now, cancel);
            }
        }
    }

    /// <summary>Takes back the months that an invoice had paid for.</summary>
    public async Task TakeBack(BillingDb db, Merchant merchant, Invoice invoice, DateTimeOffset now, CancellationToken cancel)
    {
        var extended = await db.LicenceTerms.Where(term => term.InvoiceId == invoice.Id && term.IsPaid).Select(term => term.LicenceId).Distinct().ToListAsync(cancel);
        foreach (var licence in await db.Licences.Include(row => row.Terms).Where(row => extended.Contains(row.Id)).ToListAsync(cancel))
        {
            licence.TakeBack([.. licence.Terms.Where(term => term.InvoiceId == invoice.Id && term.IsPaid)], merchant.Calendar(), now);
            if (licence.LastLine is { } last)
            {
                var line = await db.InvoiceLines.SingleAsync(row => row.Id == last, cancel);
                licence.RunAs(line.PlanId!.Value, line.PlanName);
            }

            var type = licence.Status == LicenceStatus.Revoked ? EventTypes.LicenceRevoked : EventTypes.LicenceShortened;
            Tell(db, licence, type, now);
        }
    }

    private async Task Extend(BillingDb db, Merchant merchant, Order order, InvoiceLine line, string portal, DateTimeOffset now, CancellationToken cancel)
    {
        var licence = await db.Licences.Include(row => row.Terms).SingleOrDefaultAsync(row => row.ProductId == line.ProductId && row.Portal == portal, cancel);
        var runs = licence?.CoversAt(now) == true;
        if (licence is null)
        {
            var key = keys.New();
            licence = Licence.Create(
                ids.New<Licence>(), new LicenceSubject(merchant.Id, line.ProductId!.Value, order.CustomerId, portal), keys.Hash(key), keys.Seal(key), now);
            db.Licences.Add(licence);
        }

        var paid = new PaidMonths(line.InvoiceId, line.Id, line.PlanId!.Value, line.PlanName, line.Months);
        db.LicenceTerms.Add(licence.Extend(ids.New<LicenceTerm>(), paid, merchant.Calendar(), now));
        Tell(db, licence, runs ? EventTypes.LicenceExtended : EventTypes.LicenceActivated, now);
    }

    private static void Tell(BillingDb db, Licence licence, string type, DateTimeOffset now)
    {
        db.Outbox.Announce(new EventDraft(type, now, () => LicenceEvent.Of(licence)));
        db.Outbox.Plan(ExpireLicence.For(licence));
        db.Outbox.Plan(NotifyPortal.For(licence));
    }
}
