using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Licences;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Licences;

/// <summary>Marks a licence that has ended and announces it; one that was extended meanwhile has a later job of its own.</summary>
public sealed class ExpireLicence(Clock clock) : IJob
{
    public static string Kind => "licence.expire";

    public static JobDraft For(Licence licence) =>
        new(licence.MerchantId, Kind, $"{licence.Id}/{licence.EndsOn:yyyyMMdd}/{licence.Version}", licence.ValidUntil, JobClock.Merchant);

    public Task Run(JobRun run, CancellationToken cancel) => Expire(run, new Id<Licence>(run.Key.Split('/')[0]), cancel);

    private Task Expire(JobRun run, Id<Licence> id, CancellationToken cancel) => run.Complete(Turn.Of(id), (db, token) => Expire(db, id, token), cancel);

    private async Task Expire(BillingDb db, Id<Licence> id, CancellationToken cancel)
    {
        var licence = await db.Licences.SingleAsync(row => row.Id == id, cancel);
        var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
        var now = clock.NowOf(merchant);
        if (licence.Status != LicenceStatus.Active || now < licence.ValidUntil)
        {
            return;
        }

        licence.Expire();
        db.Outbox.Announce(new EventDraft(EventTypes.LicenceExpired, now, () => LicenceEvent.Of(licence)));
        db.Outbox.Plan(NotifyPortal.For(licence));
    }
}
