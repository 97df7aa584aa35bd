using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Plugins;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Payments;

/// <summary>Asks about an undecided refund as <see cref="ResolvePayment"/> does about a payment.</summary>
public sealed class ResolveRefund(PaymentResolver resolver, WaitingPayments waiting, Clock clock) : IJob
{
    public static string Kind => "refund.resolve";

    public static JobDraft For(Refund refund) =>
        new(refund.MerchantId, Kind, refund.Id.Value, refund.SentAt!.Value + ResolverSchedule.DelayAfter(0)!.Value, JobClock.System);

    public async Task Run(JobRun run, CancellationToken cancel)
    {
        var id = new Id<Refund>(run.Key);
        var answer = await resolver.Ask(run.MerchantId, id, QuestionCause.Schedule, cancel);
        if (answer is null)
        {
            await run.Complete((_, _) => Task.CompletedTask, cancel);
            return;
        }

        await run.CompleteOrPostpone(
            Turn.Of(id),
            async (db, token) =>
            {
                await answer.Take(db, token);
                var refund = await db.Refunds.SingleAsync(row => row.Id == id, token);
                if (!refund.IsUndecided)
                {
                    return null;
                }

                var payment = await db.Payments.SingleAsync(row => row.Id == refund.PaymentId, token);
                var delay = waiting.CanGoOn(payment.Gateway, payment.PluginVersion) ? ResolverSchedule.DelayAfter(refund.Asked) : Limits.WaitsForPlugin;
                if (delay is null)
                {
                    refund.GiveToPerson();
                }

                return clock.Now() + delay;
            },
            cancel);
    }
}
