using BillingHeadless.Domain.Buttons;
using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Licences;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Licences;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Hosted.Embedding;

/// <summary>The app's "Payment" tab: the state of a portal's licence and its end, with a link to extend it (A8). Nothing personal is in it.</summary>
public sealed class PaymentTabPage(Owners owners, Reader reader, GetPaymentTab status, Visits visits, PageWriter pages) : IPage
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(
        "/tab/{productId}",
        ([FromServices] PaymentTabPage page, string productId, [FromQuery] string? portal, HttpContext context, CancellationToken cancel) => page.Show(productId, portal, context, cancel));

    public async Task<IResult> Show(string productId, string? portal, HttpContext context, CancellationToken cancel)
    {
        if (await owners.Of<Product>(productId, cancel) is not { } owner)
        {
            return Results.NotFound();
        }

        var (merchant, product, button) = await Read(owner, productId, cancel);
        var visit = await visits.Of(context, merchant);
        var address = PortalAddress.Normalise(portal);
        var host = address.IsAccepted ? address.Value.Host : null;
        var data = await Describe(visit, product, button, host, cancel);
        var options = new PageOptions { Policy = new ContentPolicy { OwnScript = true, FrameAncestors = Ancestors(host, merchant) } };
        return await pages.Write(visit, "tab", data, options, cancel);
    }

    private Task<(Merchant Merchant, Product Product, Button? Button)> Read(Id<Merchant> owner, string productId, CancellationToken cancel) => reader.Read(owner, async db =>
    {
        var product = (await db.Products.ById(productId, cancel))!;
        return (
            await db.Merchants.SingleAsync(row => row.Id == owner, cancel),
            product,
            await db.Buttons.Where(row => row.ProductId == product.Id).OrderBy(row => row.Id).FirstOrDefaultAsync(cancel));
    });

    /// <summary>The portal that it is about may frame it; a test merchant's may be framed by a page under development.</summary>
    private static IReadOnlyCollection<string> Ancestors(string? host, Merchant merchant)
    {
        string[] portal = host is null ? [] : [$"https://{host}"];
        string[] development = merchant.IsTest ? ["http://localhost:*", "http://127.0.0.1:*"] : [];
        return [.. portal, .. development];
    }

    private async Task<object> Describe(Visit visit, Product product, Button? button, string? host, CancellationToken cancel)
    {
        var tab = host is null ? null : await reader.Read(visit.Merchant.Id, db => status.Read(db, product.Id, host, cancel));
        return new
        {
            Product = product.NameIn(visit.Language.Code),
            Portal = host,
            State = tab?.Status ?? "unknown",
            tab?.Edition,
            LastDay = tab?.ValidUntil is { } end ? visit.Wording.LastDay(end) : null,
            BuyUrl = button is null || !product.OnSale ? null : $"/b/{button.Id}?portal={Uri.EscapeDataString(host ?? "")}&lang={visit.Language}",
        };
    }
}
