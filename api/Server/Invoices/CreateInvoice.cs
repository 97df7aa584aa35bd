using System.ComponentModel.DataAnnotations;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Subscriptions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Invoices;

/// <summary>What an invoice is to be for.</summary>
public sealed record CreateInvoiceRequest
{
    /// <summary>Services of one customer, each once; at least one.</summary>
    [MinLength(1), Count(ServiceInvoiceRules.MaximumServices)]
    public required IReadOnlyList<InvoiceItemBody> Items { get; init; }
}

/// <summary>A service that is to be extended.</summary>
public sealed record InvoiceItemBody
{
    [Line(Limits.CodeLength)]
    public required string SubscriptionId { get; init; }

    /// <summary>A term that its plan offers; as it was paid last when left out.</summary>
    public int? Months { get; init; }
}

public sealed class CreateInvoice(OnceWriter writer, ServiceInvoices invoices, WaysToPay ways, Links links) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/invoices", ([FromServices] CreateInvoice endpoint, CreateInvoiceRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(request, call, cancel))
        .Is(nameof(CreateInvoice), "Invoices", "Makes one invoice that extends several services; while one is open for just these, answers that one.")
        .ForKey("orders:write", orCustomer: true)
        .Once()
        .Makes<InvoiceView>()
        .Gives<InvoiceView>()
        .Refuses(
            SubscriptionRefusals.NotFound,
            SubscriptionRefusals.Ended,
            SubscriptionRefusals.NotRenewable,
            SubscriptionRefusals.ServiceTwice,
            SubscriptionRefusals.CustomersDiffer,
            SubscriptionRefusals.OpenElsewhere,
            OrderRefusals.TermNotOffered,
            OrderRefusals.CurrencyMixed,
            OrderRefusals.AmountTooLarge);

    public Task<IResult> Handle(CreateInvoiceRequest request, Call call, CancellationToken cancel) => writer.Write<InvoiceView>(
        call,
        Turn.Of(new Id<Subscription>(request.Items[0].SubscriptionId)),
        async (db, token) =>
        {
            var terms = new List<ServiceTerm>(request.Items.Count);
            foreach (var item in request.Items)
            {
                if (await SubscriptionFinder.Find(db, item.SubscriptionId, call.Caller, token) is not { } service)
                {
                    return SubscriptionRefusals.NotFound;
                }

                terms.Add(new ServiceTerm(service, item.Months ?? service.TermMonths));
            }

            var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, token);
            var issued = await invoices.Issue(db, merchant, terms, token);
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
