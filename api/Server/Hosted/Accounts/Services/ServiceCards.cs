using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Hosted.Accounts.Services;

/// <summary>Reads what stands around services: three queries, however many they are.</summary>
public sealed class ServiceCards(Links links)
{
    public async Task<IReadOnlyList<ServiceCard>> Of(BillingDb db, AccountVisit visit, IReadOnlyList<Subscription> services, CancellationToken cancel)
    {
        var facts = await Read(db, services, cancel);
        return [.. services.Select((service, i) => ServiceCard.Of(visit, service, facts[i]))];
    }

    /// <summary>In the order of the services.</summary>
    public async Task<IReadOnlyList<ServiceFacts>> Read(BillingDb db, IReadOnlyList<Subscription> services, CancellationToken cancel)
    {
        var planIds = services.Select(service => service.PlanId).Distinct().ToList();
        var productIds = services.Select(service => service.ProductId).Distinct().ToList();
        var invoiceIds = services.Select(service => service.OpenInvoiceId).OfType<Domain.Kernel.Id<Domain.Invoices.Invoice>>().Distinct().ToList();
        var plans = await db.Plans.Where(row => planIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        var products = await db.Products.Where(row => productIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        var invoices = await db.Invoices.Where(row => invoiceIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        return
        [
            .. services.Select(service => new ServiceFacts(
                products[service.ProductId],
                plans[service.PlanId],
                service.OpenInvoiceId is { } open ? invoices[open] : null,
                service.OpenInvoiceId is { } due ? links.PayPagePath(due.Value) : null)),
        ];
    }
}
