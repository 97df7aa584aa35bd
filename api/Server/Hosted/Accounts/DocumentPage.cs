using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Hosted.Accounts;

/// <summary>A document's file, for whoever acts for its customer.</summary>
public sealed class DocumentPage(MerchantPages merchants, Reader reader) : IPage
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(
        "/m/{merchantId}/account/documents/{id}",
        ([FromServices] DocumentPage page, string merchantId, string id, HttpContext context, CancellationToken cancel) => page.Show(merchantId, id, context, cancel));

    public async Task<IResult> Show(string merchantId, string id, HttpContext context, CancellationToken cancel)
    {
        if (await merchants.Open(merchantId, context, cancel) is not { } visit)
        {
            return Results.NotFound();
        }

        if (visit.Visitor is not { Customers: var customers })
        {
            return new SeeOther(Links.LoginPath(visit.Merchant.Id));
        }

        return await reader.Read(visit.Merchant.Id, async db =>
            await db.Documents.ById(id, cancel) is { } document
            && customers.Contains(document.CustomerId)
            && await db.DocumentFiles.Where(row => row.DocumentId == document.Id).OrderByDescending(row => row.Format).FirstOrDefaultAsync(cancel) is { } file
                ? Results.File(file.Content, file.MediaType, $"{document.NumberText}.{file.Format}")
                : Results.NotFound());
    }
}
