using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Balances;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Invoices;

public sealed class GetInvoice(Reader reader, WaysToPay ways, Links links, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/invoices/{id}", ([FromServices] GetInvoice endpoint, string id, Call call, CancellationToken cancel) => endpoint.Handle(id, call, cancel))
        .Is(nameof(GetInvoice), "Invoices", "Reads an invoice with the ways to pay it.")
        .ForKey("orders:read", orCustomer: true)
        .Refuses(InvoiceRefusals.NotFound);

    public Task<Answer<InvoiceView>> Handle(string id, Call call, CancellationToken cancel) => reader.Read<Answer<InvoiceView>>(
        call.Caller.MerchantId,
        async db =>
        {
            if (await Find(db, id, call.Caller, cancel) is not { } invoice)
            {
                return InvoiceRefusals.NotFound;
            }

            var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
            var covered = invoice is { Purpose: InvoicePurpose.TopUp, Status: InvoiceStatus.Paid } ? await PayableInvoices.Of(db, invoice.CustomerId, invoice.Currency, clock.NowOf(merchant), cancel) : [];
            return InvoiceView.Of(invoice, await ways.OfCustomer(db, merchant, invoice, cancel), links) with
            {
                PayableInvoices = [.. covered.Select(open => PayableInvoiceView.Of(open, links))],
            };
        });

    /// <summary>The invoice with its lines, when the caller may see it.</summary>
    public static async Task<Invoice?> Find(BillingDb db, string id, Caller caller, CancellationToken cancel) =>
        Id<Invoice>.Parse(id) is { } key
        && await db.Invoices.Include(row => row.Lines).SingleOrDefaultAsync(row => row.Id == key, cancel) is { } invoice
        && caller.MayActFor(invoice.CustomerId)
            ? invoice
            : null;
}
