using BillingHeadless.Domain.Documents;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Templates;

public sealed class GetTemplate(Reader reader, ShippedTemplates shipped) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/templates/{name}", ([FromServices] GetTemplate endpoint, string name, Call call, CancellationToken cancel) => endpoint.Handle(name, call, cancel))
        .Is(nameof(GetTemplate), "Templates", "Reads a template: the merchant's newest, or the one that ships.")
        .ForKey("settings:read")
        .Refuses(DocumentRefusals.TemplateNotFound);

    public Task<Answer<TemplateView>> Handle(string name, Call call, CancellationToken cancel) => reader.Read<Answer<TemplateView>>(
        call.Caller.MerchantId,
        async db => shipped.Find(name) is not { } source
            ? DocumentRefusals.TemplateNotFound
            : await Newest(db, name, cancel) is { } row ? TemplateView.Of(row) : TemplateView.OfShipped(name, source));

    public static Task<TemplateRow?> Newest(BillingDb db, string name, CancellationToken cancel) =>
        db.Templates.Where(row => row.Name == name).OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancel);
}
