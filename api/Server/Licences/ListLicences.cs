using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Licences;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Licences;

/// <summary>Which licences: all filters hold together.</summary>
public sealed record ListLicencesFilter
{
    /// <summary>The address, in any form that an order takes.</summary>
    [FromQuery(Name = "portal"), Line(Limits.ShortTextLength)]
    public string? Portal { get; init; }

    /// <summary>Of one product.</summary>
    [FromQuery(Name = "productId"), Line(Limits.CodeLength)]
    public string? ProductId { get; init; }

    /// <summary>Of one customer.</summary>
    [FromQuery(Name = "customerId"), Line(Limits.CodeLength)]
    public string? CustomerId { get; init; }
}

public sealed class ListLicences(Reader reader, LicenceKeys keys, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/licences", ([FromServices] ListLicences endpoint, [AsParameters] ListLicencesFilter filter, [AsParameters] PageRequest page, Call call, CancellationToken cancel) =>
            endpoint.Handle(filter, page, call, cancel))
        .Is(nameof(ListLicences), "Licences", "Lists licences, newest first.")
        .ForKey("orders:read", orCustomer: true);

    public Task<Answer<PageView<LicenceView>>> Handle(ListLicencesFilter filter, PageRequest page, Call call, CancellationToken cancel) =>
        reader.Read<Answer<PageView<LicenceView>>>(
            call.Caller.MerchantId,
            async db =>
            {
                var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
                var now = clock.NowOf(merchant);
                return await Narrow(db.Licences, filter, page, call.Caller)
                    .OrderByDescending(licence => licence.Id)
                    .ToPage(page, licence => licence.Id.Value, licence => LicenceView.Of(licence, keys, now), cancel);
            });

    private static IQueryable<Licence> Narrow(IQueryable<Licence> licences, ListLicencesFilter filter, PageRequest page, Caller caller)
    {
        if (filter.Portal is { } portal)
        {
            var host = PortalAddress.Normalise(portal) is { IsAccepted: true } address ? address.Value.Host : portal;
            licences = licences.Where(licence => licence.Portal == host);
        }

        if (filter.ProductId is { } product)
        {
            licences = licences.Where(licence => licence.ProductId == new Id<Product>(product));
        }

        if ((caller.CustomerId?.Value ?? filter.CustomerId) is { } customer)
        {
            licences = licences.Where(licence => licence.CustomerId == new Id<Customer>(customer));
        }

        return page.After is { } after && new Id<Licence>(after) is var last ? licences.Where(licence => licence.Id < last) : licences;
    }
}
