using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Domain.Usage;
using BillingHeadless.Plugins;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Usage;

/// <summary>What a customer's postpaid services have come to in the running month, today included (C5, ruling 36).</summary>
public static class RunningMonth
{
    public static async Task<long> Of(BillingDb db, Merchant merchant, Id<Customer> customer, Currency currency, DateTimeOffset now, CancellationToken cancel)
    {
        var today = merchant.Calendar().DateOf(now);
        var month = Month.Of(today);
        var (first, end) = (month.FirstDay, month.End);
        var services = await db.Subscriptions
            .Where(row => row.CustomerId == customer && row.Currency == currency && row.Billing == Domain.Catalog.PlanBilling.Postpaid)
            .Where(row => row.LastDay == null || row.LastDay >= first)
            .Join(db.Plans, row => row.PlanId, plan => plan.Id, (row, plan) => new { Service = row, Plan = plan })
            .ToListAsync(cancel);
        var ids = services.Select(entry => entry.Service.Id).ToList();
        var records = (await db.UsageRecords.Where(row => ids.Contains(row.SubscriptionId) && row.Day >= first && row.Day < end).ToListAsync(cancel)).ToLookup(row => row.SubscriptionId);
        return services.Sum(entry => MonthUsage.Of(entry.Service, entry.Plan.Tariff, records[entry.Service.Id], month, today.AddDays(1)).Sum(meter => meter.AmountMinor));
    }
}
