using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Balances;
using BillingHeadless.Server.Invoices;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Subscriptions;

/// <summary>
/// The paid time of a service is over: it is extended from the balance, waits for an undecided payment, or expires with an
/// invoice that can be paid (D5, ruling 32). Its kind sorts before the expiries of the same midnight (ruling 10).
/// </summary>
public sealed class EndSubscription(ServiceInvoices invoices, InvoiceClosing closing, BalancePayment balances, Clock clock) : IJob
{
    public static string Kind => "extend.subscription";

    /// <summary>One for each end: when the end moves, the job of the old one finds nothing to do.</summary>
    public static JobDraft For(Subscription subscription) => new(
        subscription.MerchantId, Kind, $"{subscription.Id}/{Instants.ToMicroseconds(subscription.PaidUntil!.Value)}", subscription.PaidUntil.Value, JobClock.Merchant);

    /// <summary>Again, once the payment for which the service waited has come to nothing.</summary>
    public static JobDraft Again(Subscription subscription, string paymentId, DateTimeOffset now) =>
        new(subscription.MerchantId, Kind, $"{subscription.Id}/{paymentId}", now, JobClock.Merchant);

    public Task Run(JobRun run, CancellationToken cancel) => run.Complete(
        Turn.Of(new Id<Subscription>(run.Key.Split('/')[0])),
        async (db, token) =>
        {
            var subscription = (await SubscriptionFinder.Read(db, new Id<Subscription>(run.Key.Split('/')[0]), token))!;
            var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, token);
            await End(db, merchant, subscription, token);
        },
        cancel);

    /// <summary>Also when a payment for which the service waited is decided.</summary>
    public async Task End(BillingDb db, Merchant merchant, Subscription subscription, CancellationToken cancel)
    {
        var now = clock.NowOf(merchant);
        if (!subscription.State.IsOn() || subscription.PaidUntil is not { } end || end > now)
        {
            return;
        }

        var open = await CloseLate(db, await OpenInvoice(db, subscription, cancel), now, cancel);
        switch (Renewal.AtEnd(subscription, await FactsOf(db, merchant, subscription, open, cancel)))
        {
            case RenewalStep.Wait when subscription.State == SubscriptionState.Active:
                subscription.AwaitRenewal();
                break;
            case RenewalStep.PayFromBalance:
                await Pay(db, merchant, subscription, cancel);
                break;
            case RenewalStep.ChargeCard:
                await AskCard(db, merchant, subscription, cancel);
                break;
            case RenewalStep.ExpireWithInvoice:
                await GiveUp(db, merchant, subscription, cancel);
                break;
            case RenewalStep.Expire:
                Expire(db, subscription, now);
                break;
        }
    }

    /// <summary>It could not be extended: it expires, an open invoice can be paid by hand, and its customer is told so (ruling 32).</summary>
    public async Task GiveUp(BillingDb db, Merchant merchant, Subscription subscription, CancellationToken cancel)
    {
        var issued = await invoices.Issue(db, merchant, subscription, subscription.TermMonths, cancel);
        Expire(db, subscription, clock.NowOf(merchant));
        if (!issued.Refused(out _))
        {
            var invoice = issued.Value.Invoice.Id;
            db.Outbox.Plan(RenewalMail.Failed(subscription, invoice, await PlanNextCharge(db, merchant, subscription, invoice, cancel)));
        }
    }

    /// <summary>A saved card that was declined for a reason that may pass is charged again on the next day of the merchant's schedule.</summary>
    public async Task<DateOnly?> PlanNextCharge(BillingDb db, Merchant merchant, Subscription subscription, Id<Invoice> invoice, CancellationToken cancel)
    {
        var calendar = merchant.Calendar();
        var last = subscription.StandingOrder?.SavedCardId is { } card ? await StandingCards.LastCharge(db, subscription, invoice, card, cancel) : null;
        var mayPass = last is not null && (last.IsUndecided || CardCharge.Of(last, calendar) is { WasTaken: false } or { MayPass: true });
        var next = Renewal.NextTry(subscription.EndsOn!.Value, calendar.DateOf(clock.NowOf(merchant)), mayPass, merchant.Settings.CardRetryDays);
        if (next is { } day)
        {
            db.Outbox.Plan(ChargeRenewal.For(subscription, invoice, calendar.StartOf(day)));
        }

        return next;
    }

    /// <summary>The card is charged after this commit; until that is decided the service stays on.</summary>
    private async Task AskCard(BillingDb db, Merchant merchant, Subscription subscription, CancellationToken cancel)
    {
        var issued = (await invoices.Issue(db, merchant, subscription, subscription.TermMonths, cancel)).Value;
        if (subscription.State == SubscriptionState.Active)
        {
            subscription.AwaitRenewal();
        }

        db.Outbox.Plan(ChargeRenewal.For(subscription, issued.Invoice.Id, clock.NowOf(merchant)));
    }

    private async Task Pay(BillingDb db, Merchant merchant, Subscription subscription, CancellationToken cancel)
    {
        var issued = (await invoices.Issue(db, merchant, subscription, subscription.TermMonths, cancel)).Value;
        var paid = await balances.Pay(db, merchant, issued.Invoice, new FundsWish(PaymentMethod.Balance, subscription.CustomerId, null), cancel);
        if (paid.Refused(out var refusal))
        {
            throw new InvalidOperationException($"The renewal of {subscription.Id} was decided on and then refused: {refusal.Code}.");
        }
    }

    private static async Task<Invoice?> OpenInvoice(BillingDb db, Subscription subscription, CancellationToken cancel) =>
        subscription.OpenInvoiceId is { } id ? await db.Invoices.Include(row => row.Lines).SingleAsync(row => row.Id == id, cancel) : null;

    /// <summary>An invoice that ends at this very midnight is not what the renewal pays.</summary>
    private async Task<Invoice?> CloseLate(BillingDb db, Invoice? open, DateTimeOffset now, CancellationToken cancel) =>
        open is not null && open.DueAt <= now && await closing.Close(db, open, InvoiceStatus.Expired, EventTypes.InvoiceExpired, cancel) is null ? null : open;

    private async Task<RenewalFacts> FactsOf(BillingDb db, Merchant merchant, Subscription subscription, Invoice? open, CancellationToken cancel)
    {
        var funds = await CustomerFunds.Hold(db, subscription.CustomerId, subscription.Currency, cancel);
        var undecided = open is not null && await StandingCards.Undecided(db, open.Id).AnyAsync(cancel);
        var quote = await ServiceInvoices.Price(db, merchant, new ServiceTerm(subscription, subscription.TermMonths), cancel);
        var hasPrice = open is not null || quote.Refusal is null;
        var today = merchant.Calendar().DateOf(clock.NowOf(merchant));
        var card = hasPrice ? await StandingCards.ToCharge(db, merchant, subscription, open?.Id, today, cancel) : null;
        return new RenewalFacts(open?.DueMinor ?? (hasPrice ? quote.Value.TotalMinor : long.MaxValue), funds.Available, undecided, card is not null);
    }

    private static void Expire(BillingDb db, Subscription subscription, DateTimeOffset now)
    {
        subscription.Expire();
        ServiceFulfilment.Tell(db, subscription, subscription.State == SubscriptionState.Cancelled ? EventTypes.SubscriptionCancelled : EventTypes.SubscriptionExpired, now);
    }
}
