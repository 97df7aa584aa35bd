using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Domain.Usage;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Usage;

/// <summary>What a postpaid service has used and was charged, as far back as the charge of one month can reach.</summary>
public sealed record ServiceUsage(Subscription Service, Plan Plan, IReadOnlyList<UsageRecord> Records, IReadOnlyList<UsageCharge> Charges)
{
    public static async Task<ServiceUsage> Read(BillingDb db, Subscription service, Month month, CancellationToken cancel)
    {
        var (first, end) = (month.Plus(-UsageRules.LateMonths), month.End);
        var plan = await db.Plans.SingleAsync(row => row.Id == service.PlanId, cancel);
        var records = await db.UsageRecords
            .Where(row => row.SubscriptionId == service.Id && row.Day >= first.FirstDay && row.Day < end)
            .ToListAsync(cancel);
        return new ServiceUsage(service, plan, records, await ChargesFrom(db, service, first, cancel));
    }

    /// <summary>The charges of a month and of those after it in which that month could still change.</summary>
    public static async Task<IReadOnlyList<UsageCharge>> ChargesFrom(BillingDb db, Subscription service, Month first, CancellationToken cancel)
    {
        var (year, number) = (first.Year, first.Number);
        return await db.UsageCharges
            .Where(row => row.SubscriptionId == service.Id && (row.Year > year || (row.Year == year && row.MonthNumber >= number)))
            .OrderBy(row => row.Year)
            .ThenBy(row => row.MonthNumber)
            .Take(UsageRules.LateMonths + 1)
            .ToListAsync(cancel);
    }

    /// <summary>What the meters cost in a month: as it was charged, and until then as the plan says.</summary>
    public static async Task<IReadOnlyList<UsagePrice>> PricesOf(BillingDb db, Subscription service, Month month, CancellationToken cancel)
    {
        var (year, number) = (month.Year, month.Number);
        var charged = await db.UsageCharges
            .Where(row => row.SubscriptionId == service.Id && row.Year == year && row.MonthNumber == number)
            .Select(row => row.Prices)
            .SingleOrDefaultAsync(cancel);
        return charged ?? await db.Plans.Where(row => row.Id == service.PlanId).Select(row => row.UsagePrices).SingleAsync(cancel);
    }

    public IReadOnlyList<ChargePart> Parts(Month month) => MonthClose.Parts(Service, Plan.Tariff, Records, Charges, month);

    public IReadOnlyList<ChargePart> SoFar(Month month, DateOnly until) => MonthClose.SoFar(Service, Plan.Tariff, Records, month, until);

    public IReadOnlyList<ChargePart> Corrections(Month month) => MonthClose.Corrections(Service, Plan.Tariff, Records, Charges, month);
}
