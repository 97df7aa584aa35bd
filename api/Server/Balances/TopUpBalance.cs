using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Plugins;
using BillingHeadless.Server.Invoices;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Balances;

/// <summary>By how much.</summary>
public sealed record TopUpBalanceRequest
{
    public required MoneyBody Amount { get; init; }
}

public sealed class TopUpBalance(OnceWriter writer, InvoiceIssuing invoices, WaysToPay ways, Links links) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/customers/{id}/top-ups", ([FromServices] TopUpBalance endpoint, string id, TopUpBalanceRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(id, request, call, cancel))
        .Is(nameof(TopUpBalance), "Balances", "Makes an invoice whose payment becomes the customer's balance, with the bonus of its tier.")
        .ForKey("payments:write", orCustomer: true)
        .Once()
        .Makes<InvoiceView>()
        .Refuses(CustomerRefusals.NotFound, CustomerRefusals.AdministratorNeeded, BalanceRefusals.TopUpNotPossible);

    public Task<IResult> Handle(string id, TopUpBalanceRequest request, Call call, CancellationToken cancel) => writer.Write<InvoiceView>(
        call,
        Turn.OfCustomer(new Id<Customer>(id)),
        async (db, token) =>
        {
            if (await db.Customers.ById(id, token) is not { } customer || !call.Caller.MayActFor(customer.Id))
            {
                return CustomerRefusals.NotFound;
            }

            if (!call.Caller.IsAdministrator)
            {
                return CustomerRefusals.AdministratorNeeded;
            }

            if (KnownCurrencies.Find(request.Amount.Currency) is not { } currency || request.Amount.Amount is <= 0 or > Limits.TopUpMinor)
            {
                return BalanceRefusals.TopUpNotPossible.At("amount", $"Must be from 1 to {Limits.TopUpMinor} minor units of a currency of ISO 4217.");
            }

            var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, token);
            var quote = BalanceQuote.TopUp(new Money(request.Amount.Amount, currency), customer.Locale);
            var invoice = invoices.Issue(db, merchant, new InvoiceDraft(merchant.Id, customer.Id, InvoicePurpose.TopUp, customer.Locale), quote);
            var offered = await ways.OfCustomer(db, merchant, invoice, token);
            return Answer<InvoiceView>.Made(() => InvoiceView.Of(invoice, offered, links), $"/v1/invoices/{invoice.Id}");
        },
        cancel);
}
