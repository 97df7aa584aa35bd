using BillingHeadless.Server.Gateways;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Platform.Plugins;

/// <summary>A version is there again that carries on what has waited: it is taken up at once instead of at its next time.</summary>
public sealed class PluginReturn(WaitingPayments waiting, IWriter writer, Clock clock)
{
    private static readonly string[] OfPayments = [ResolvePayment.Kind, ResolveRefund.Kind];

    /// <param name="pluginId">Whose version is there.</param>
    /// <param name="lost">The versions whose payments had to wait until now.</param>
    /// <param name="cancel">Breaks it off; the jobs then come at their own time.</param>
    public async Task Announce(string pluginId, IReadOnlyList<string> lost, CancellationToken cancel)
    {
        var keys = await waiting.OperationsOf(pluginId, lost, cancel);
        await writer.Write(
            default,
            (db, token) => Hasten(db, db.Jobs.IgnoreQueryFilters().Where(job =>
                (OfPayments.Contains(job.Kind) && keys.Contains(job.Key)) || (job.Kind == ReplayCallback.Kind && job.Payload == pluginId)), token),
            cancel);
    }

    private Task<int> Hasten(BillingDb db, IQueryable<JobRow> jobs, CancellationToken cancel)
    {
        var now = clock.Now();
        return jobs.Where(job => job.State == JobState.Waiting && job.LockedBy == null && job.RunAt > now).ExecuteUpdateAsync(
            row => row.SetProperty(job => job.RunAt, now).SetProperty(job => job.DueAt, now).SetProperty(job => job.LockedUntil, now), cancel);
    }
}
