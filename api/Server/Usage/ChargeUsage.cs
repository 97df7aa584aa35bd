using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Domain.Usage;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Usage;

/// <summary>
/// Closes a month of a postpaid service at midnight of the 1st: one charge, made of its meters and of what has become known late
/// about earlier months (C3, ruling 36). Its kind sorts before the renewals of the same midnight (ruling 10).
/// </summary>
public sealed class ChargeUsage(UsageCollection collection, IdSource ids, Clock clock) : IJob
{
    public static string Kind => "charge.usage";

    public static JobDraft For(Subscription service, Month month, Merchant merchant) =>
        new(service.MerchantId, Kind, $"{service.Id}/{month}", MonthClose.At(month, merchant.Calendar()), JobClock.Merchant);

    public Task Run(JobRun run, CancellationToken cancel) => run.Complete(
        Turn.Of(Read(run.Key).Service),
        async (db, token) =>
        {
            var (id, month) = Read(run.Key);
            var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, token);
            var service = await db.Subscriptions.SingleAsync(row => row.Id == id, token);
            await Charge(db, merchant, await ServiceUsage.Read(db, service, month, token), month, token);
            if (MonthClose.GoesOnAfter(month, service))
            {
                db.Outbox.Plan(For(service, month.Plus(1), merchant));
            }
        },
        cancel);

    private async Task Charge(BillingDb db, Merchant merchant, ServiceUsage usage, Month month, CancellationToken cancel)
    {
        var parts = usage.Parts(month);
        if (parts.Count == 0 && !usage.Service.WasOn(month))
        {
            return;
        }

        var now = clock.NowOf(merchant);
        var charge = UsageCharge.Write(ids.New<UsageCharge>(), usage.Service, month, usage.Plan.Tariff, parts, ChargeTax.Of(merchant.Settings.Tax, usage.Plan), now);
        db.UsageCharges.Add(charge);
        await collection.Collect(db, merchant, charge, usage.Plan, now, cancel);
        db.Outbox.Announce(new EventDraft(EventTypes.UsageCharged, now, () => UsageChargeEvent.Of(charge)));
    }

    private static (Id<Subscription> Service, Month Month) Read(string key)
    {
        var parts = key.Split('/');
        return (new Id<Subscription>(parts[0]), Month.Parse(parts[1])!.Value);
    }
}
