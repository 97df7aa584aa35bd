using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Orders;

public sealed class GetOrder(Reader reader, Links links) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/orders/{id}", ([FromServices] GetOrder endpoint, string id, Call call, CancellationToken cancel) => endpoint.Handle(id, call, cancel))
        .Is(nameof(GetOrder), "Orders", "Reads an order.")
        .ForKey("orders:read", orCustomer: true)
        .Refuses(OrderRefusals.NotFound);

    public Task<Answer<OrderView>> Handle(string id, Call call, CancellationToken cancel) => reader.Read<Answer<OrderView>>(
        call.Caller.MerchantId,
        async db => await Find(db, id, call.Caller, cancel) is { } order
            ? OrderView.Of(order, await db.Invoices.Include(invoice => invoice.Lines).SingleAsync(invoice => invoice.Id == order.InvoiceId, cancel), links)
            : OrderRefusals.NotFound);

    /// <summary>The order, when the caller may see it.</summary>
    public static async Task<Order?> Find(BillingDb db, string id, Caller caller, CancellationToken cancel) =>
        Id<Order>.Parse(id) is { } key && await db.Orders.SingleOrDefaultAsync(row => row.Id == key, cancel) is { } order && caller.MayActFor(order.CustomerId)
            ? order
            : null;
}
