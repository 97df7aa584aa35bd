using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Payments;

/// <summary>Sends a refund that was decided by a rule and not by a call: money that no invoice needed.</summary>
public sealed class SendRefund(Reader reader, RefundSending sending, RefundSettlement settlement) : IJob
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
        var reply = await sending.Send(merchant, payment, refund, cancel);
        if (reply.Answer is NotSent)
        {
            throw new TryAgainLaterException("The gateway could not be reached: the money has not gone back yet.");
        }

        await run.Complete(
            async (db, token) => await settlement.Settle(
                db, await db.Refunds.SingleAsync(row => row.Id == id, token), reply.Answer, AttemptKind.Refund, reply.PluginVersion, token),
            cancel);
    }
}
