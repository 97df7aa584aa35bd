using System.ComponentModel.DataAnnotations;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Orders;

/// <summary>Which orders: all filters hold together.</summary>
public sealed record ListOrdersFilter
{
    [FromQuery(Name = "status")]
    public Wire<OrderStatus>? Status { get; init; }

    [FromQuery(Name = "customerId"), StringLength(40)]
    public string? CustomerId { get; init; }
}

public sealed class ListOrders(Reader reader, Links links) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/orders", ([FromServices] ListOrders endpoint, [AsParameters] ListOrdersFilter filter, [AsParameters] PageRequest page, Call call, CancellationToken cancel) =>
            endpoint.Handle(filter, page, call, cancel))
        .Is(nameof(ListOrders), "Orders", "Lists orders, newest first.")
        .ForKey("orders:read", orCustomer: true);

    public Task<Answer<PageView<OrderView>>> Handle(ListOrdersFilter filter, PageRequest page, Call call, CancellationToken cancel) =>
        reader.Read<Answer<PageView<OrderView>>>(
            call.Caller.MerchantId,
            async db =>
            {
                var orders = db.Orders.AsQueryable();
                if (filter.Status is { } status)
                {
                    orders = orders.Where(order => order.Status == status.Value);
                }

                if ((call.Caller.CustomerId?.Value ?? filter.CustomerId) is { } customer)
                {
                    orders = orders.Where(order => order.CustomerId == new Id<Customer>(customer));
                }

                if (page.After is { } after)
                {
                    var last = new Id<Order>(after);
                    orders = orders.Where(order => order.Id < last);
                }

                return await Show(db, orders, page, cancel);
            });

    private async Task<PageView<OrderView>> Show(BillingDb db, IQueryable<Order> orders, PageRequest page, CancellationToken cancel)
    {
        var found = await orders
            .OrderByDescending(order => order.Id)
            .Join(db.Invoices.Include(invoice => invoice.Lines), order => order.InvoiceId, invoice => invoice.Id, (order, invoice) => new { order, invoice })
            .ToPage(page, pair => pair.order.Id.Value, pair => pair, cancel);
        return new PageView<OrderView>([.. found.Data.Select(pair => OrderView.Of(pair.order, pair.invoice, links))], found.NextCursor);
    }
}
