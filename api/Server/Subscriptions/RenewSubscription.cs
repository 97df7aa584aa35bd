using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Invoices;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Subscriptions;

/// <summary>By how much.</summary>
public sealed record RenewSubscriptionRequest
{
    /// <summary>A term that the plan offers.</summary>
    public required int Months { get; init; }
}

public sealed class RenewSubscription(OnceWriter writer, ServiceInvoices invoices, WaysToPay ways, Links links) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/subscriptions/{id}/renewals", ([FromServices] RenewSubscription endpoint, string id, RenewSubscriptionRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(id, request, call, cancel))
        .Is(nameof(RenewSubscription), "Services", "Makes an invoice for more months of a service; while one is open, answers that one.")
        .ForKey("orders:write", orCustomer: true)
        .Once()
        .Makes<InvoiceView>()
        .Gives<InvoiceView>()
        .Refuses(SubscriptionRefusals.NotFound, SubscriptionRefusals.Ended, SubscriptionRefusals.NotRenewable, OrderRefusals.TermNotOffered);

    public Task<IResult> Handle(string id, RenewSubscriptionRequest request, Call call, CancellationToken cancel) => writer.Write<InvoiceView>(
        call,
        Turn.Of(new Id<Subscription>(id)),
        async (db, token) =>
        {
            if (await SubscriptionFinder.Find(db, id, call.Caller, token) is not { } subscription)
            {
                return SubscriptionRefusals.NotFound;
            }

            var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, token);
            var issued = await invoices.Issue(db, merchant, subscription, request.Months, token);
            if (issued.Refused(out var refusal))
            {
                return refusal;
            }

            var offered = await ways.OfCustomer(db, merchant, issued.Value.Invoice, token);
            InvoiceView View() => InvoiceView.Of(issued.Value.Invoice, offered, links);
            return issued.Value.IsNew ? Answer<InvoiceView>.Made(View, $"/v1/invoices/{issued.Value.Invoice.Id}") : Answer<InvoiceView>.Found(View);
        },
        cancel);
}
