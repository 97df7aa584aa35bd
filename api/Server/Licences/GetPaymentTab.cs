using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Licences;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Licences;

/// <summary>What the app's "Payment" tab shows: state and end, nothing personal.</summary>
/// <param name="Status">active, expired, revoked, or none when the portal has never had a licence.</param>
/// <param name="Portal">The normalised address.</param>
/// <param name="ProductId">Of which product.</param>
/// <param name="Edition">The edition, when there is a licence.</param>
/// <param name="ValidUntil">The midnight at which it ends.</param>
public sealed record PaymentTabView(string Status, string Portal, string ProductId, string? Edition, DateTimeOffset? ValidUntil);

public sealed class GetPaymentTab(Reader reader, Clock clock) : IEndpoint
{
    private const string None = "none";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet(
            "/v1/licences/status",
            ([FromServices] GetPaymentTab endpoint, [FromQuery, Line(Limits.ShortTextLength)] string portal, [FromQuery, Line(Limits.CodeLength)] string productId, Call call, CancellationToken cancel) =>
                endpoint.Handle(portal, productId, call, cancel))
        .Is(nameof(GetPaymentTab), "Licences", "Reads the state of a portal's licence for the app's payment tab.")
        .ForKey("orders:read", orPublishable: true, orCustomer: true)
        .Refuses(CatalogRefusals.ProductNotFound, Domain.Orders.OrderRefusals.PortalInvalid);

    public Task<Answer<PaymentTabView>> Handle(string portal, string productId, Call call, CancellationToken cancel) => reader.Read<Answer<PaymentTabView>>(
        call.Caller.MerchantId,
        async db =>
        {
            var address = PortalAddress.Normalise(portal);
            if (!address.IsAccepted)
            {
                return Domain.Orders.OrderRefusals.PortalInvalid.At("portal", address.Problem ?? "missing");
            }

            return Id<Product>.Parse(productId) is { } id && await db.Products.AnyAsync(row => row.Id == id, cancel)
                ? await Read(db, id, address.Value.Host, cancel)
                : CatalogRefusals.ProductNotFound;
        });

    /// <summary>The state as the page and the call show it.</summary>
    public async Task<PaymentTabView> Read(BillingDb db, Id<Product> product, string host, CancellationToken cancel)
    {
        var licence = await db.Licences.SingleOrDefaultAsync(row => row.ProductId == product && row.Portal == host, cancel);
        if (licence is null)
        {
            return new PaymentTabView(None, host, product.Value, null, null);
        }

        var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
        var status = LicenceView.StatusAt(licence, clock.NowOf(merchant));
        return new PaymentTabView(Payments.OutcomeNames.Of(status), host, product.Value, licence.Edition, licence.ValidUntil);
    }
}
