using BillingHeadless.Domain.Documents;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Documents;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Templates;

/// <summary>The new text of a template.</summary>
public sealed record PutTemplateRequest
{
    /// <summary>In the Scriban language, giving HTML; values are escaped.</summary>
    [Text(Limits.TemplateLength)]
    public required string Source { get; init; }
}

public sealed class PutTemplate(OnceWriter writer, Reader reader, ShippedTemplates shipped, TemplateCheck check, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/v1/templates/{name}", ([FromServices] PutTemplate endpoint, string name, PutTemplateRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(name, request, call, cancel))
        .Is(nameof(PutTemplate), "Templates", "Saves a new version of a template; a broken one is refused with line and column, and the last good one stays.")
        .ForKey("settings:write")
        .Once()
        .Gives<TemplateView>()
        .Refuses(DocumentRefusals.TemplateNotFound, DocumentRefusals.TemplateBroken, HttpRefusals.VersionDiffers);

    public async Task<IResult> Handle(string name, PutTemplateRequest request, Call call, CancellationToken cancel)
    {
        // Tried before the write: rendering takes time, and a plugin is asked.
        var merchant = await reader.Read(call.Caller.MerchantId, db => db.Merchants.SingleAsync(row => row.Id == call.Caller.MerchantId, cancel));
        var refusal = shipped.Find(name) is null ? DocumentRefusals.TemplateNotFound : await check.Refuse(merchant, name, request.Source, cancel);
        return await writer.Write<TemplateView>(
            call,
            async (db, token) => refusal ?? await Save(db, merchant, name, request.Source, call, token),
            cancel);
    }

    private async Task<Answer<TemplateView>> Save(BillingDb db, Merchant merchant, string name, string source, Call call, CancellationToken cancel)
    {
        var number = (await GetTemplate.Newest(db, name, cancel))?.Number ?? 0;
        if (call.SeenVersions is { } seen && !seen.Contains(ETags.Of(number)))
        {
            return HttpRefusals.VersionDiffers;
        }

        var now = clock.NowOf(merchant);
        var row = TemplateRow.Save(merchant.Id, name, number + 1, source, now);
        db.Templates.Add(row);
        await IssueDocument.RetryWaiting(db, merchant, now, cancel);
        return Answer<TemplateView>.Found(() => TemplateView.Of(row));
    }
}
