using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Subscriptions;

/// <summary>
/// Charges the renewal of a service to the saved card of its standing order (B6, C2): at the end of its paid time, and later on the days of
/// the merchant's schedule. The gateway is called between two commits; a charge that a crash has cut off is found pending and asked about.
/// </summary>
public sealed class ChargeRenewal(SavedCardCharge charges, EndSubscription endings, Clock clock) : IJob
{
    /// <summary>Sorts before the other work of the same midnight, so that a charge follows at once on what asked for it.</summary>
    public static string Kind => "extend.charge";

    public static JobDraft For(Subscription subscription, Id<Invoice> invoice, DateTimeOffset at) =>
        new(subscription.MerchantId, Kind, $"{subscription.Id}/{invoice}/{Instants.ToMicroseconds(at)}", at, JobClock.Merchant);

    public async Task Run(JobRun run, CancellationToken cancel)
    {
        var subject = Subject.Of(run.Key);
        var charged = await charges.Charge(run.MerchantId, subject.Invoice, (db, token) => CardOf(db, subject, token), cancel);
        if (!charged.Refused(out _) && charged.Value.Status == PaymentStatus.Cancelled && run.Attempt < Limits.RenewalChargeAttempts)
        {
            throw new TryAgainLaterException($"The gateway has not taken the charge: {charged.Value.Failure}.");
        }

        await run.Complete(Turn.Of(subject.Invoice), (db, token) => Follow(db, subject, token), cancel);
    }

    private async Task<SavedCard?> CardOf(BillingDb db, Subject subject, CancellationToken cancel)
    {
        var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
        var subscription = (await SubscriptionFinder.Read(db, subject.Subscription, cancel))!;
        var isDue = subscription.OpenInvoiceId == subject.Invoice && subscription.PaidUntil <= clock.NowOf(merchant);
        return isDue && !await StandingCards.Undecided(db, subject.Invoice).AnyAsync(cancel)
            ? await StandingCards.ToCharge(db, merchant, subscription, subject.Invoice, merchant.Calendar().DateOf(clock.NowOf(merchant)), cancel)
            : null;
    }

    /// <summary>Paid, it runs on already. Undecided, it stays on, and its customer is told when the bank wants to hear from them. Otherwise it ends.</summary>
    private async Task Follow(BillingDb db, Subject subject, CancellationToken cancel)
    {
        var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
        var subscription = (await SubscriptionFinder.Read(db, subject.Subscription, cancel))!;
        var undecided = await StandingCards.Undecided(db, subject.Invoice).ToListAsync(cancel);
        switch (subscription.State)
        {
            case SubscriptionState.Renewing when undecided.Count == 0:
                await endings.GiveUp(db, merchant, subscription, cancel);
                break;
            case SubscriptionState.Renewing when undecided.Any(payment => payment.NeedsBuyer):
                db.Outbox.Plan(RenewalMail.ToConfirm(subscription, subject.Invoice));
                break;
            case SubscriptionState.Expired when subscription.OpenInvoiceId == subject.Invoice:
                await endings.PlanNextCharge(db, merchant, subscription, subject.Invoice, cancel);
                break;
        }
    }

    private sealed record Subject(Id<Subscription> Subscription, Id<Invoice> Invoice)
    {
        public static Subject Of(string key)
        {
            var parts = key.Split('/');
            return new Subject(new Id<Subscription>(parts[0]), new Id<Invoice>(parts[1]));
        }
    }
}
