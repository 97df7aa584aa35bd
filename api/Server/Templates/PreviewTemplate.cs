using BillingHeadless.Domain.Documents;
using BillingHeadless.Domain.Language;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Documents;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Templating;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Templates;

/// <summary>What a preview is made of.</summary>
public sealed record PreviewTemplateRequest
{
    /// <summary>A text that is not saved; the saved one when left out.</summary>
    [Text(Limits.TemplateLength)]
    public string? Source { get; init; }

    /// <summary>uk, en, ru or kk; the merchant's own when left out.</summary>
    [Line(Limits.CodeLength)]
    public string? Language { get; init; }

    /// <summary>html, or for a document pdf.</summary>
    [Line(Limits.CodeLength)]
    public string Format { get; init; } = DocumentFormats.Html;
}

public sealed class PreviewTemplate(Reader reader, ShippedTemplates shipped, TemplateSamples samples, TemplateLibrary library, DocumentPreview documents) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/templates/{name}/preview", ([FromServices] PreviewTemplate endpoint, string name, PreviewTemplateRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(name, request, call, cancel))
        .Is(nameof(PreviewTemplate), "Templates", "Renders a template with its sample data, a part of others in one of those; nothing is stored.")
        .ForKey("settings:read")
        .Produces<Stream>(StatusCodes.Status200OK, "text/html", "application/pdf")
        .Refuses(DocumentRefusals.TemplateNotFound, DocumentRefusals.TemplateBroken, DocumentRefusals.FormatUnknown);

    public async Task<IResult> Handle(string name, PreviewTemplateRequest request, Call call, CancellationToken cancel)
    {
        var merchant = await reader.Read(call.Caller.MerchantId, db => db.Merchants.SingleAsync(row => row.Id == call.Caller.MerchantId, cancel));
        var language = LanguageCode.Parse(request.Language ?? merchant.Locale);
        if (shipped.Find(name) is null)
        {
            return (Answer<TemplateView>)DocumentRefusals.TemplateNotFound;
        }

        return await Render(merchant, name, request, language, cancel);
    }

    private async Task<IResult> Render(Merchant merchant, string name, PreviewTemplateRequest request, LanguageCode language, CancellationToken cancel)
    {
        var whole = samples.WholeOf(name);
        var sources = await library.SourcesOf(merchant.Id, cancel);
        try
        {
            var html = library.Render(request.Source is { } source ? sources.With(name, source) : sources, merchant, whole, language, samples.Find(whole, language)!);
            return await documents.Of(merchant, whole, request.Format, language, html, cancel);
        }
        catch (TemplateException exception)
        {
            return (Answer<TemplateView>)TemplateCheck.Refusal([TemplateCheck.Sentence(exception.Details)]);
        }
    }
}
