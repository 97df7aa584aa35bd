using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Licences;
using BillingHeadless.Plugins.Activation;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Licences;

/// <summary>Lets the activators tell the portal what has become of its licence; tried again until it gets there.</summary>
public sealed class NotifyPortal(Reader reader, Activators activators, Clock clock) : IJob
{
    public static string Kind => "licence.notifyPortal";

    /// <summary>One notice for each end that the licence has had; what is sent is its state at that moment.</summary>
    public static JobDraft For(Licence licence) =>
        new(licence.MerchantId, Kind, $"{licence.Id}/{licence.Status}/{licence.EndsOn:yyyyMMdd}/{licence.Version}", DateTimeOffset.UnixEpoch, JobClock.System);

    public async Task Run(JobRun run, CancellationToken cancel)
    {
        var id = new Id<Licence>(run.Key.Split('/')[0]);
        var (merchant, licence) = await reader.Read(run.MerchantId, async db => (
            await db.Merchants.SingleAsync(row => row.Id == run.MerchantId, cancel), await db.Licences.SingleAsync(row => row.Id == id, cancel)));
        var status = OutcomeNames.Of(LicenceView.StatusAt(licence, clock.NowOf(merchant)));
        var notice = new LicenceNotice(
            licence.Id.Value, licence.ProductId.Value, licence.Portal, licence.MemberId, status, licence.ValidUntil, licence.Edition);
        var failures = await activators.Notify(merchant, notice, cancel);
        if (failures.Count > 0)
        {
            throw new TryAgainLaterException(string.Join(' ', failures));
        }

        await run.Complete((_, _) => Task.CompletedTask, cancel);
    }
}
