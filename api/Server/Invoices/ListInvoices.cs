using System.ComponentModel.DataAnnotations;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Invoices;

/// <summary>Which invoices: all filters hold together.</summary>
public sealed record ListInvoicesFilter
{
    [FromQuery(Name = "status")]
    public Wire<InvoiceStatus>? Status { get; init; }

    [FromQuery(Name = "customerId"), StringLength(40)]
    public string? CustomerId { get; init; }
}

public sealed class ListInvoices(Reader reader, WaysToPay ways, Links links) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/invoices", ([FromServices] ListInvoices endpoint, [AsParameters] ListInvoicesFilter filter, [AsParameters] PageRequest page, Call call, CancellationToken cancel) =>
            endpoint.Handle(filter, page, call, cancel))
        .Is(nameof(ListInvoices), "Invoices", "Lists invoices, newest first.")
        .ForKey("orders:read", orCustomer: true);

    public Task<Answer<PageView<InvoiceView>>> Handle(ListInvoicesFilter filter, PageRequest page, Call call, CancellationToken cancel) =>
        reader.Read<Answer<PageView<InvoiceView>>>(
            call.Caller.MerchantId,
            async db =>
            {
                var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
                var invoices = await Of(db, filter, page, call.Caller).ToPage(page, invoice => invoice.Id.Value, invoice => invoice, cancel);
                var offered = await ways.OfCustomers(db, merchant, invoices.Data, cancel);
                return new PageView<InvoiceView>([.. invoices.Data.Select(invoice => InvoiceView.Of(invoice, offered[invoice.Id], links))], invoices.NextCursor);
            });

    /// <summary>The invoices of a page and of all after it, newest first, with their lines.</summary>
    public static IQueryable<Invoice> Of(BillingDb db, ListInvoicesFilter filter, PageRequest page, Caller caller)
    {
        var invoices = db.Invoices.Include(row => row.Lines).AsQueryable();
        if (filter.Status is { } status)
        {
            invoices = invoices.Where(invoice => invoice.Status == status.Value);
        }

        if ((caller.CustomerId?.Value ?? filter.CustomerId) is { } customer)
        {
            invoices = invoices.Where(invoice => invoice.CustomerId == new Id<Customer>(customer));
        }

        return invoices.NewestFirst(page);
    }
}
