using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Server.Invoices;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Orders;

public sealed class CancelOrder(OnceWriter writer, InvoiceClosing closing, Links links) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/orders/{id}/cancel", ([FromServices] CancelOrder endpoint, string id, Call call, CancellationToken cancel) =>
            endpoint.Handle(id, call, cancel))
        .Is(nameof(CancelOrder), "Orders", "Cancels a pending order and its invoice.")
        .ForKey("orders:write", orCustomer: true)
        .Once()
        .Gives<OrderView>()
        .Refuses(OrderRefusals.NotFound, OrderRefusals.NotCancellable, InvoiceRefusals.PaymentUndecided);

    public Task<IResult> Handle(string id, Call call, CancellationToken cancel) => writer.Write<OrderView>(
        call,
        Turn.Of(new Id<Order>(id)),
        async (db, token) =>
        {
            if (await GetOrder.Find(db, id, call.Caller, token) is not { } order)
            {
                return OrderRefusals.NotFound;
            }

            var invoice = await db.Invoices.Include(row => row.Lines).SingleAsync(row => row.Id == order.InvoiceId, token);
            if (!order.CanBecome(OrderStatus.Cancelled))
            {
                return OrderRefusals.NotCancellable;
            }

            return await closing.Close(db, invoice, InvoiceStatus.Cancelled, EventTypes.InvoiceCancelled, token) is { } refusal
                ? refusal
                : Answer<OrderView>.Found(() => OrderView.Of(order, invoice, links));
        },
        cancel);
}
