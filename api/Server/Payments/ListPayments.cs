using System.ComponentModel.DataAnnotations;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Plugins;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Payments;

/// <summary>Which payments: all filters hold together.</summary>
public sealed record ListPaymentsFilter
{
    [FromQuery(Name = "status")]
    public Wire<PaymentStatus>? Status { get; init; }

    [FromQuery(Name = "invoiceId"), StringLength(40)]
    public string? InvoiceId { get; init; }

    [FromQuery(Name = "customerId"), StringLength(40)]
    public string? CustomerId { get; init; }

    [FromQuery(Name = "needsPerson")]
    public bool? NeedsPerson { get; init; }
}

public sealed class ListPayments(Reader reader, WaitingPayments waiting, Links links) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/payments", ([FromServices] ListPayments endpoint, [AsParameters] ListPaymentsFilter filter, [AsParameters] PageRequest page, Call call, CancellationToken cancel) =>
            endpoint.Handle(filter, page, call, cancel))
        .Is(nameof(ListPayments), "Payments", "Lists payments, newest first.")
        .ForKey("payments:read", orCustomer: true);

    public Task<Answer<PageView<PaymentView>>> Handle(ListPaymentsFilter filter, PageRequest page, Call call, CancellationToken cancel) =>
        reader.Read<Answer<PageView<PaymentView>>>(
            call.Caller.MerchantId,
            async db => await Narrow(db.Payments, filter, page, call.Caller)
                .OrderByDescending(payment => payment.Id)
                .ToPage(page, payment => payment.Id.Value, payment => PaymentView.Of(payment, links) with { WaitingForPlugin = waiting.IsWaiting(payment) }, cancel));

    private static IQueryable<Payment> Narrow(IQueryable<Payment> payments, ListPaymentsFilter filter, PageRequest page, Caller caller)
    {
        if (filter.Status is { } status)
        {
            payments = payments.Where(payment => payment.Status == status.Value);
        }

        if (filter.InvoiceId is { } invoice)
        {
            payments = payments.Where(payment => payment.InvoiceId == new Id<Invoice>(invoice));
        }

        if ((caller.CustomerId?.Value ?? filter.CustomerId) is { } customer)
        {
            payments = payments.Where(payment => payment.CustomerId == new Id<Customer>(customer));
        }

        if (filter.NeedsPerson is { } needs)
        {
            payments = payments.Where(payment => payment.NeedsPerson == needs);
        }

        return page.After is { } after && new Id<Payment>(after) is var last ? payments.Where(payment => payment.Id < last) : payments;
    }
}
