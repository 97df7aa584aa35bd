using BillingHeadless.Domain.Orders;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Orders;

/// <summary>That a buyer accepted one version of an agreement.</summary>
public sealed record ConsentView
{
    public required string Id { get; init; }

    public required string AgreementId { get; init; }

    /// <summary>The version's number.</summary>
    public required int Version { get; init; }

    /// <summary>SHA-256 of the document that was accepted.</summary>
    public required string DocumentHash { get; init; }

    public required DateTimeOffset AcceptedAt { get; init; }

    public required string IpAddress { get; init; }

    public static ConsentView Of(Consent consent) => new()
    {
        Id = consent.Id.Value,
        AgreementId = consent.AgreementId.Value,
        Version = consent.AgreementNumber,
        DocumentHash = consent.DocumentHash,
        AcceptedAt = consent.AcceptedAt,
        IpAddress = consent.IpAddress,
    };
}

public sealed class ListConsents(Reader reader) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/orders/{id}/consents", ([FromServices] ListConsents endpoint, string id, Call call, CancellationToken cancel) => endpoint.Handle(id, call, cancel))
        .Is(nameof(ListConsents), "Orders", "Lists what the buyer of an order has accepted.")
        .ForKey("orders:read", orCustomer: true)
        .Refuses(OrderRefusals.NotFound);

    public Task<Answer<PageView<ConsentView>>> Handle(string id, Call call, CancellationToken cancel) => reader.Read<Answer<PageView<ConsentView>>>(
        call.Caller.MerchantId,
        async db =>
        {
            if (await GetOrder.Find(db, id, call.Caller, cancel) is not { } order)
            {
                return OrderRefusals.NotFound;
            }

            var consents = await db.Consents.Where(consent => consent.OrderId == order.Id).OrderBy(consent => consent.Id).ToListAsync(cancel);
            return new PageView<ConsentView>([.. consents.Select(ConsentView.Of)], null);
        });
}
