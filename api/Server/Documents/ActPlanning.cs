using BillingHeadless.Domain.Documents;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins.Documents;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Documents;

/// <summary>Plans the act of a settled invoice (A9) and lets it follow refunds (ruling 6).</summary>
public sealed class ActPlanning(IdSource ids)
{
    /// <summary>Where acts come by themselves: due at once, overdue when the term has passed.</summary>
    public async Task PlanFor(BillingDb db, Merchant merchant, Order order, Invoice invoice, Payment payment, DateTimeOffset now, CancellationToken cancel)
    {
        if (merchant.Settings.Acts != ActPolicy.Automatic)
        {
            return;
        }

        var money = await ActMoney.Read(db, invoice, payment, cancel);
        if (money.Minor == 0)
        {
            return;
        }

        var calendar = merchant.Calendar();
        var act = Document.Plan(
            ids.New<Document>(),
            invoice,
            new DocumentDraft
            {
                Kind = DocumentKind.Act,
                AddresseeId = money.PayerId,
                Locale = order.Locale,
                Email = order.Email,
                TotalMinor = money.Minor,
                DueAt = calendar.StartOf(calendar.DateOf(now).AddDays(merchant.Settings.ActTermDays + 1)),
            },
            now);
        db.Documents.Add(act);
        db.ActLines.AddRange(invoice.Lines.Select(line => ActLine.Claim(act, line.Id)));
        db.Outbox.Plan(IssueDocument.For(act, now));
        db.Outbox.Plan(MarkActOverdue.For(act));
    }

    /// <summary>An act that is not issued yet shrinks or is dropped; one that is gets a cancelling or correcting document.</summary>
    public async Task FollowRefund(BillingDb db, Merchant merchant, Invoice invoice, DateTimeOffset now, CancellationToken cancel)
    {
        var lines = invoice.Lines.Select(line => line.Id).ToList();
        var claims = (await db.ActLines.Where(row => lines.Contains(row.InvoiceLineId)).ToListAsync(cancel)).ToLookup(row => row.DocumentId);
        var acts = claims.Select(act => act.Key).ToList();
        var money = await ActMoney.Read(db, invoice, cancel);
        foreach (var act in await db.Documents.Where(row => acts.Contains(row.Id) && row.Status != DocumentStatus.Dropped).OrderBy(row => row.Id).ToListAsync(cancel))
        {
            Follow(db, merchant, invoice, act, [.. claims[act.Id]], money, now);
        }
    }

    private void Follow(BillingDb db, Merchant merchant, Invoice invoice, Document act, IReadOnlyList<ActLine> claims, ActMoney money, DateTimeOffset now)
    {
        var remains = PaidLines.GrossOf(invoice, money.Minor, claims.Select(claim => claim.InvoiceLineId).ToHashSet());
        if (!act.IsNumbered)
        {
            Shrink(act, remains);
        }
        else if (act.Variant != DocumentVariant.Cancellation && remains < act.TotalMinor)
        {
            PlanFollowing(db, merchant, invoice, act, claims, remains, now);
        }
    }

    private static void Shrink(Document act, long remains)
    {
        if (remains > 0)
        {
            act.Reduce(remains);
        }
        else if (act.Replaces is null)
        {
            act.Drop();
        }
        else
        {
            // What it was to correct has been issued and must be taken back.
            act.CancelInstead();
        }
    }

    private void PlanFollowing(BillingDb db, Merchant merchant, Invoice invoice, Document last, IReadOnlyList<ActLine> claims, long remains, DateTimeOffset now)
    {
        var calendar = merchant.Calendar();
        var following = Document.Plan(
            ids.New<Document>(),
            invoice,
            new DocumentDraft
            {
                Kind = DocumentKind.Act,
                Variant = remains == 0 ? DocumentVariant.Cancellation : DocumentVariant.Correction,
                Replaces = last.Id,
                AddresseeId = last.CustomerId,
                Locale = last.Locale,
                Email = last.Email,
                Format = last.Format,
                TotalMinor = remains,
                DueAt = calendar.StartOf(calendar.DateOf(now).AddDays(merchant.Settings.ActTermDays + 1)),
            },
            now);
        db.Documents.Add(following);
        foreach (var claim in claims)
        {
            claim.MoveTo(following);
        }

        db.Outbox.Plan(IssueDocument.For(following, now));
        db.Outbox.Plan(MarkActOverdue.For(following));
    }
}
