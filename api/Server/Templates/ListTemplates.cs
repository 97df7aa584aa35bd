using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Templates;

public sealed class ListTemplates(Reader reader, ShippedTemplates shipped) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/templates", ([FromServices] ListTemplates endpoint, [AsParameters] PageRequest page, Call call, CancellationToken cancel) =>
            endpoint.Handle(page, call, cancel))
        .Is(nameof(ListTemplates), "Templates", "Lists the templates of pages, mails and documents by name, with which of them the merchant has changed.")
        .ForKey("settings:read");

    public Task<Answer<PageView<TemplateListItemView>>> Handle(PageRequest page, Call call, CancellationToken cancel) =>
        reader.Read<Answer<PageView<TemplateListItemView>>>(
            call.Caller.MerchantId,
            async db =>
            {
                var before = (int)Math.Min(page.AfterNumber ?? 0, shipped.Names.Count);
                var shown = shipped.Names.Skip(before).Take(page.Size).ToList();
                var own = await db.Templates
                    .Where(row => shown.Contains(row.Name))
                    .GroupBy(row => row.Name)
                    .Select(group => new { group.Key, Number = group.Max(row => row.Number), SavedAt = group.Max(row => row.SavedAt) })
                    .ToDictionaryAsync(row => row.Key, cancel);
                return new PageView<TemplateListItemView>(
                    [.. shown.Select(name => new TemplateListItemView(name, own.GetValueOrDefault(name)?.Number ?? 0, own.GetValueOrDefault(name)?.SavedAt))],
                    before + shown.Count < shipped.Names.Count ? PageRequest.Encode($"{before + shown.Count}") : null);
            });
}
