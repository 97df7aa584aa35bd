using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Gateways;

/// <summary>Gives a kept message to the plugin as soon as a version is there that can take it (ruling 19).</summary>
public sealed class ReplayCallback(WaitingCallbacks waiting, CallbackInbox inbox, Clock clock) : IJob
{
    public static string Kind => "callback.replay";

    public static JobDraft For(WaitingCallbackRow row) =>
        new(row.MerchantId, Kind, row.Id, row.ReceivedAt + Limits.WaitsForPlugin, JobClock.System) { Payload = row.Gateway };

    public async Task Run(JobRun run, CancellationToken cancel)
    {
        if (await waiting.Find(run.MerchantId, run.Key, cancel) is not var (gateway, message))
        {
            await run.Complete((_, _) => Task.CompletedTask, cancel);
            return;
        }

        var taken = await inbox.Take(run.MerchantId, gateway, message, cancel);
        if (taken.Reply is null && !taken.WaitsForPlugin)
        {
            throw new TryAgainLaterException("The gateway's plugin could not read the message.");
        }

        await run.CompleteOrPostpone(
            Turn.Nobodys,
            async (db, token) =>
            {
                if (taken.WaitsForPlugin)
                {
                    return clock.Now() + Limits.WaitsForPlugin;
                }

                await db.WaitingCallbacks.Where(row => row.Id == run.Key).ExecuteDeleteAsync(token);
                return null;
            },
            cancel);
    }
}
