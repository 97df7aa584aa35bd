using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Domain.Usage;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Tests.Simulation.Histories;

/// <summary>
/// What must hold of services that are paid after use, worked out anew from what was told: each month that could still change at the last
/// close is charged for exactly what was used in it, however late that was told.
/// </summary>
internal sealed class UsageVerdict(ServiceShop shop)
{
    /// <summary>Named when a month was charged for what had become known of an earlier one.</summary>
    public const string Corrected = "usage corrected";

    /// <returns>What has happened.</returns>
    /// <exception cref="SimulationFailure">Something does not hold.</exception>
    public async Task<IReadOnlyList<string>> Demand()
    {
        var running = Month.Of(await shop.Today());
        var closedAt = await shop.MidnightOf(running.FirstDay);
        var facts = await shop.Read(db => Facts.Read(db, closedAt));
        foreach (var service in facts.Services.Where(service => service.IsPostpaid))
        {
            var charges = facts.Charges.Where(charge => charge.SubscriptionId == service.Id).ToList();
            EveryMonthIsChargedOnce(service, charges);
            EveryMeterIsChargedForWhatWasUsed(service, charges, [.. facts.Told.Where(record => record.SubscriptionId == service.Id)], LastClosed(service, running));
        }

        return facts.Charges.Exists(charge => charge.Parts.Any(part => part.Month < charge.Month)) ? [Corrected] : [];
    }

    /// <summary>A service that has ended is closed as long as usage can be told late.</summary>
    private static Month LastClosed(Subscription service, Month running)
    {
        var last = service.LastDay is { } day ? Month.Of(day).Plus(UsageRules.LateMonths) : running;
        return last < running ? last : running.Plus(-1);
    }

    private static void EveryMonthIsChargedOnce(Subscription service, List<UsageCharge> charges)
    {
        Demand(charges.Select(charge => charge.Month).Distinct().Count() == charges.Count, $"{service.Id} was charged twice for a month");
        foreach (var charge in charges)
        {
            Demand(charge.AmountMinor == charge.Parts.Sum(part => part.AmountMinor), $"the parts of {charge.Id} are not {charge.AmountMinor}");
            Demand(charge.Parts.All(part => part.TotalMinor == part.Days.Sum(day => day.AmountMinor)), $"the days of {charge.Id} do not make up its meters");
            Demand(charge.InvoiceId is not null || charge.Paid.Total == charge.AmountMinor, $"{charge.Id} was paid with {charge.Paid.Total}");
        }
    }

    private static void EveryMeterIsChargedForWhatWasUsed(Subscription service, List<UsageCharge> charges, List<UsageRecord> told, Month last)
    {
        foreach (var month in Enumerable.Range(-UsageRules.LateMonths, UsageRules.LateMonths + 1).Select(back => last.Plus(back)))
        {
            foreach (var meter in new[] { UsagePrice.Base, ServiceShop.AddOn, ServiceShop.Users, ServiceShop.Messages })
            {
                var charged = charges.SelectMany(charge => charge.Parts).Where(part => part.Month == month && part.Meter == meter).Sum(part => part.AmountMinor);
                var used = Used(service, told, month, meter);
                Demand(charged == used, $"{service.Id} was charged {charged} for {meter} in {month} and has used {used}");
            }
        }
    }

    private static long Used(Subscription service, List<UsageRecord> told, Month month, string meter)
    {
        var days = Enumerable.Range(0, month.Days).Select(month.FirstDay.AddDays).Where(day => day >= service.Anchor && !(service.LastDay < day)).ToList();
        long Told(DateOnly day) => told
            .Where(record => record.Meter == meter && record.Day == day && !told.Exists(other => other.Corrects == record.RecordId))
            .Sum(record => record.Quantity);
        return meter switch
        {
            UsagePrice.Base => HalfUp(ServiceShop.MeteredPrice * service.Quantity * days.Count, month.Days),
            ServiceShop.AddOn => HalfUp(ServiceShop.AddOnPrice * service.Quantity * days.Count(day => IsOn(service, day)), month.Days),
            ServiceShop.Users => HalfUp(ServiceShop.UserPrice * days.Sum(day => Math.Max(0, Told(day) - ServiceShop.UsersIncluded)), month.Days),
            _ => HalfUp(ServiceShop.MessagesPrice * Math.Max(0, days.Sum(Told) - ServiceShop.MessagesIncluded), ServiceShop.MessagesPerPrice),
        };
    }

    private static bool IsOn(Subscription service, DateOnly day) =>
        service.AddOns.SelectMany(addOn => addOn.Spans).Any(span => span.FirstDay <= day && !(span.LastDay < day));

    private static long HalfUp(long amount, long parts) => ((2 * amount) + parts) / (2 * parts);

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new SimulationFailure(otherwise);
        }
    }

    /// <param name="Services">All services.</param>
    /// <param name="Charges">All charges.</param>
    /// <param name="Told">What was told before the last close.</param>
    private sealed record Facts(List<Subscription> Services, List<UsageCharge> Charges, List<UsageRecord> Told)
    {
        public static async Task<Facts> Read(BillingDb db, DateTimeOffset closedAt) => new(
            await db.Subscriptions.ToListAsync(),
            await db.UsageCharges.ToListAsync(),
            await db.UsageRecords.Where(row => row.RecordedAt < closedAt).ToListAsync());
    }
}
