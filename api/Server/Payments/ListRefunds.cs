using System.ComponentModel.DataAnnotations;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Payments;

/// <summary>Which refunds: all filters hold together.</summary>
public sealed record ListRefundsFilter
{
    [FromQuery(Name = "status")]
    public Wire<RefundStatus>? Status { get; init; }

    [FromQuery(Name = "paymentId"), StringLength(40)]
    public string? PaymentId { get; init; }
}

public sealed class ListRefunds(Reader reader) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/refunds", ([FromServices] ListRefunds endpoint, [AsParameters] ListRefundsFilter filter, [AsParameters] PageRequest page, Call call, CancellationToken cancel) =>
            endpoint.Handle(filter, page, call, cancel))
        .Is(nameof(ListRefunds), "Payments", "Lists refunds, newest first.")
        .ForKey("refunds:read");

    public Task<Answer<PageView<RefundView>>> Handle(ListRefundsFilter filter, PageRequest page, Call call, CancellationToken cancel) =>
        reader.Read<Answer<PageView<RefundView>>>(
            call.Caller.MerchantId,
            async db => await Narrow(db.Refunds, filter, page)
                .OrderByDescending(refund => refund.Id)
                .ToPage(page, refund => refund.Id.Value, RefundView.Of, cancel));

    private static IQueryable<Refund> Narrow(IQueryable<Refund> refunds, ListRefundsFilter filter, PageRequest page)
    {
        if (filter.Status is { } status)
        {
            refunds = refunds.Where(refund => refund.Status == status.Value);
        }

        if (filter.PaymentId is { } payment)
        {
            refunds = refunds.Where(refund => refund.PaymentId == new Id<Payment>(payment));
        }

        return page.After is { } after && new Id<Refund>(after) is var last ? refunds.Where(refund => refund.Id < last) : refunds;
    }
}
