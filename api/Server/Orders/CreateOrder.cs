using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Server.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Orders;

public sealed class CreateOrder(OnceWriter writer, OrderPlacement placement, Links links) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/orders", ([FromServices] CreateOrder endpoint, OrderRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(request, call, cancel))
        .Is(nameof(CreateOrder), "Orders", "Places an order: its invoice is open and its payment page is ready.")
        .ForKey("orders:write", orPublishable: true, orCustomer: true)
        .Once()
        .Makes<OrderView>()
        .Refuses(
            OrderRefusals.PlanUnknown,
            OrderRefusals.PlanNotOnSale,
            OrderRefusals.TermNotOffered,
            OrderRefusals.QuantityNotAllowed,
            OrderRefusals.CurrencyMixed,
            OrderRefusals.AmountTooLarge,
            OrderRefusals.AmountZero,
            OrderRefusals.ProductTwice,
            CustomerRefusals.EmailInvalid,
            OrderRefusals.FieldInvalid,
            OrderRefusals.PortalInvalid,
            CustomerRefusals.NotFound,
            OrderRefusals.LoginRequired,
            OrderRefusals.ConsentMissing,
            OrderRefusals.AgreementOutdated,
            OrderRefusals.EditionDiffers,
            OrderRefusals.ExtendsMismatch);

    public Task<IResult> Handle(OrderRequest request, Call call, CancellationToken cancel) => writer.Write<OrderView>(
        call,
        async (db, token) =>
        {
            var placed = await placement.Place(db, request, call, token);
            return placed.Refused(out var refusal)
                ? refusal
                : Answer<OrderView>.Made(() => OrderView.Of(placed.Value.Order, placed.Value.Invoice, links), $"/v1/orders/{placed.Value.Order.Id}");
        },
        cancel);
}
