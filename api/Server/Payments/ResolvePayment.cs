using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Plugins;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Payments;

/// <summary>Asks about an undecided payment until it knows, ever more seldom; then it waits for a person and says so (ruling 17).</summary>
public sealed class ResolvePayment(PaymentResolver resolver, WaitingPayments waiting, Clock clock) : IJob
{
    public static string Kind => "payment.resolve";

    public static JobDraft For(Payment payment) =>
        new(payment.MerchantId, Kind, payment.Id.Value, payment.SentAt + ResolverSchedule.DelayAfter(0)!.Value, JobClock.System);

    public async Task Run(JobRun run, CancellationToken cancel)
    {
        var id = new Id<Payment>(run.Key);
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
                var payment = await db.Payments.SingleAsync(row => row.Id == id, token);
                if (!payment.IsUndecided)
                {
                    return null;
                }

                var delay = DelayOf(payment, answer);
                if (delay is null)
                {
                    payment.GiveToPerson();
                }

                return clock.Now() + delay;
            },
            cancel);
    }

    private TimeSpan? DelayOf(Payment payment, ResolverAnswer answer) => payment switch
    {
        _ when waiting.IsWaiting(payment) => Limits.WaitsForPlugin,
        _ when answer.IsOnItsWay => ResolverSchedule.DelayWhilePending(payment.Asked, clock.Now() - payment.SentAt),
        _ => ResolverSchedule.DelayAfter(payment.Asked),
    };
}
