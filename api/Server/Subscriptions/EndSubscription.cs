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
            case RenewalStep.ExpireWithInvoice:
                await invoices.Issue(db, merchant, subscription, subscription.TermMonths, cancel);
                Expire(db, subscription, now);
                break;
            case RenewalStep.Expire:
                Expire(db, subscription, now);
                break;
        }
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

    private static async Task<RenewalFacts> FactsOf(BillingDb db, Merchant merchant, Subscription subscription, Invoice? open, CancellationToken cancel)
    {
        var funds = await CustomerFunds.Hold(db, subscription.CustomerId, subscription.Currency, cancel);
        var undecided = open is not null && await db.Payments.AnyAsync(
            row => row.InvoiceId == open.Id && (row.Status == PaymentStatus.Pending || row.Status == PaymentStatus.Unknown), cancel);
        var quote = await ServiceInvoices.Price(db, merchant, new ServiceTerm(subscription, subscription.TermMonths), cancel);
        return new RenewalFacts(open?.DueMinor ?? (quote.Refusal is null ? quote.Value.TotalMinor : long.MaxValue), funds.Available, undecided);
    }

    private static void Expire(BillingDb db, Subscription subscription, DateTimeOffset now)
    {
        subscription.Expire();
        ServiceFulfilment.Tell(db, subscription, subscription.State == SubscriptionState.Cancelled ? EventTypes.SubscriptionCancelled : EventTypes.SubscriptionExpired, now);
    }
}
