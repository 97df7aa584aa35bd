using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Invoices;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Subscriptions;

/// <summary>Issues the invoice of the next period of one service or several; an open one is answered instead of a second (D3, ruling 27).</summary>
public sealed class ServiceInvoices(InvoiceIssuing invoices)
{
    public Task<Result<ServiceInvoice>> Issue(BillingDb db, Merchant merchant, Subscription subscription, int months, CancellationToken cancel) =>
        Issue(db, merchant, [new ServiceTerm(subscription, months)], cancel);

    /// <summary>One invoice for several services of one customer (B2).</summary>
    public async Task<Result<ServiceInvoice>> Issue(BillingDb db, Merchant merchant, IReadOnlyList<ServiceTerm> terms, CancellationToken cancel)
    {
        var services = terms.Select(term => term.Service).ToList();
        if (ServiceInvoiceRules.Open(services).Refused(out var refusal))
        {
            return refusal;
        }

        if (ServiceInvoiceRules.Open(services).Value is { } open)
        {
            return new ServiceInvoice(await db.Invoices.Include(row => row.Lines).SingleAsync(row => row.Id == open, cancel), IsNew: false);
        }

        var customerId = services[0].CustomerId;
        var customer = await db.Customers.SingleAsync(row => row.Id == customerId, cancel);
        var quote = OrderPricing.Price(await PricedItems(db, terms, cancel), merchant.Settings.Tax, customer.Locale);
        if (quote.Refused(out refusal))
        {
            return refusal;
        }

        var invoice = invoices.Issue(db, merchant, new InvoiceDraft(merchant.Id, customer.Id, InvoicePurpose.Sale, customer.Locale), quote.Value);
        services.ForEach(service => service.Open(invoice.Id));
        return new ServiceInvoice(invoice, IsNew: true);
    }

    /// <summary>What so many months of its tariff cost for a service.</summary>
    public static async Task<Result<Quote>> Price(BillingDb db, Merchant merchant, ServiceTerm term, CancellationToken cancel) =>
        OrderPricing.Price(await PricedItems(db, [term], cancel), merchant.Settings.Tax, merchant.Locale);

    private static async Task<List<PricedItem>> PricedItems(BillingDb db, IReadOnlyList<ServiceTerm> terms, CancellationToken cancel)
    {
        var items = new List<PricedItem>(terms.Count);
        foreach (var (service, months) in terms)
        {
            var plan = await db.Plans.SingleAsync(row => row.Id == service.PlanId, cancel);
            var product = await db.Products.SingleAsync(row => row.Id == service.ProductId, cancel);
            items.Add(new PricedItem(product, plan, months, service.Quantity) { SubscriptionId = service.Id });
        }

        return items;
    }
}

/// <summary>So many months of a service.</summary>
public sealed record ServiceTerm(Subscription Service, int Months);

/// <summary>The invoice of next periods, new or open before.</summary>
public sealed record ServiceInvoice(Invoice Invoice, bool IsNew);
