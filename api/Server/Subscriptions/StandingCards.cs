using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Subscriptions;

/// <summary>The saved cards that standing orders name, and what became of their charges.</summary>
public static class StandingCards
{
    /// <summary>The card that is to be charged for a service now; null when none is, or not any more.</summary>
    public static async Task<SavedCard?> ToCharge(
        BillingDb db, Merchant merchant, Subscription subscription, Id<Invoice>? invoice, DateOnly today, CancellationToken cancel)
    {
        if (!merchant.Settings.SavedMethods || await Of(db, subscription, cancel) is not { IsOpen: true } card)
        {
            return null;
        }

        var last = invoice is { } id ? await LastCharge(db, subscription, id, card.Id, cancel) : null;
        return Renewal.ChargesCard(subscription, last is null ? null : CardCharge.Of(last, merchant.Calendar()), today) ? card : null;
    }

    public static async Task<SavedCard?> Of(BillingDb db, Subscription subscription, CancellationToken cancel) =>
        subscription.StandingOrder?.SavedCardId is { } id ? await db.SavedCards.SingleOrDefaultAsync(card => card.Id == id, cancel) : null;

    /// <summary>Since the paid time has ended, and whoever asked for it: a card that was declined a moment ago is not charged again by itself.</summary>
    public static Task<Payment?> LastCharge(BillingDb db, Subscription subscription, Id<Invoice> invoice, Id<SavedCard> card, CancellationToken cancel) => db.Payments
        .Where(row => row.InvoiceId == invoice && row.SavedCardId == card && row.StartedAt >= subscription.PaidUntil)
        .OrderByDescending(row => row.Id)
        .FirstOrDefaultAsync(cancel);

    /// <summary>Payments of an invoice, of whatever kind, that may still bring money.</summary>
    public static IQueryable<Payment> Undecided(BillingDb db, Id<Invoice> invoice) =>
        db.Payments.Where(row => row.InvoiceId == invoice && (row.Status == PaymentStatus.Pending || row.Status == PaymentStatus.Unknown));
}
