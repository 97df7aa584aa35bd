using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Invoices;

public sealed class CancelInvoice(OnceWriter writer, InvoiceClosing closing, Links links) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/invoices/{id}/cancel", ([FromServices] CancelInvoice endpoint, string id, Call call, CancellationToken cancel) =>
            endpoint.Handle(id, call, cancel))
        .Is(nameof(CancelInvoice), "Invoices", "Cancels an open invoice and its order; it keeps its number.")
        .ForKey("orders:write", orCustomer: true)
        .Once()
        .Gives<InvoiceView>()
        .Refuses(InvoiceRefusals.NotFound, InvoiceRefusals.NotOpen, InvoiceRefusals.PaymentUndecided, InvoiceRefusals.UsageStaysDue);

    public Task<IResult> Handle(string id, Call call, CancellationToken cancel) => writer.Write<InvoiceView>(
        call,
        Turn.Of(new Id<Invoice>(id)),
        async (db, token) =>
        {
            if (await GetInvoice.Find(db, id, call.Caller, token) is not { } invoice)
            {
                return InvoiceRefusals.NotFound;
            }

            if (invoice.Purpose == InvoicePurpose.Usage && call.Caller.CustomerId is not null)
            {
                return InvoiceRefusals.UsageStaysDue;
            }

            return await closing.Close(db, invoice, InvoiceStatus.Cancelled, EventTypes.InvoiceCancelled, token) is { } refusal
                ? refusal
                : Answer<InvoiceView>.Found(() => InvoiceView.Of(invoice, [], links));
        },
        cancel);
}
