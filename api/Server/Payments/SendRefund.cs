using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Server.Gateways;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Payments;

/// <summary>
/// Sends a refund that was decided by a rule and not by a call: money that no invoice needed. Until the gateway has had it, nobody asks
/// what became of it, and it is sent again; the same key makes it one. A provider without such keys gets it once: if that attempt breaks
/// off, it is asked about.
/// </summary>
public sealed class SendRefund(Reader reader, IWriter writer, RefundSending sending, RefundSettlement settlement, GatewayOffers offers, Clock clock) : IJob
{
    public static string Kind => "refund.send";

    public static JobDraft For(Refund refund, DateTimeOffset systemNow) => new(refund.MerchantId, Kind, refund.Id.Value, systemNow, JobClock.System);

    public async Task Run(JobRun run, CancellationToken cancel)
    {
        var id = new Id<Refund>(run.Key);
        var (merchant, refund, payment) = await reader.Read(run.MerchantId, async db =>
        {
            var found = await db.Refunds.SingleAsync(row => row.Id == id, cancel);
            return (await db.Merchants.SingleAsync(row => row.Id == run.MerchantId, cancel), found, await db.Payments.SingleAsync(row => row.Id == found.PaymentId, cancel));
        });
        if (refund.SentAt is not null)
        {
            await run.Complete(Turn.Of(id), async (db, token) => db.Outbox.Plan(ResolveRefund.For(await Find(db, id, token))), cancel);
            return;
        }

        var isOnce = offers.Find(payment.Gateway, merchant)?.Card.RefundTracking is not (null or RefundTracking.ByReference);
        if (isOnce)
        {
            await Note(merchant, id, row => row.Send(clock.Now()), cancel);
        }

        var reply = await sending.Send(merchant, payment, refund, cancel);
        if (reply.Answer is NotSent { Kind: not NotSentKind.InvalidRequest })
        {
            await Note(merchant, id, row => row.WasNotSent(), cancel);
            throw new TryAgainLaterException("The gateway could not be reached: the money has not gone back yet.");
        }

        await run.Complete(Turn.Of(id), (db, token) => Settle(db, id, reply, token), cancel);
    }

    private static Task<Refund> Find(BillingDb db, Id<Refund> id, CancellationToken cancel) => db.Refunds.SingleAsync(row => row.Id == id, cancel);

    private Task Note(Merchant merchant, Id<Refund> id, Action<Refund> change, CancellationToken cancel) => writer.Write(
        merchant.Id,
        Turn.Of(id),
        async (db, token) =>
        {
            change(await Find(db, id, token));
            return true;
        },
        cancel);

    private async Task Settle(BillingDb db, Id<Refund> id, GatewayReply<GatewayOutcome> reply, CancellationToken cancel)
    {
        var refund = await Find(db, id, cancel);
        refund.Send(clock.Now());
        await settlement.Settle(db, refund, reply.Answer, AttemptKind.Refund, reply.PluginVersion, cancel);
        if (refund.IsUndecided)
        {
            db.Outbox.Plan(ResolveRefund.For(refund));
        }
    }
}
