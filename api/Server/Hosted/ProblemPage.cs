using BillingHeadless.Domain.Language;
using BillingHeadless.Server.Templates;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Hosted;

/// <summary>What a person reads where a program would read a problem: nothing here, too often, something broke.</summary>
public sealed class ProblemPage(ShippedTemplates shipped, PageAssets assets, Clock clock)
{
    private const string Template = "pages.problem";
    private static readonly string[] ProgramPaths = ["/v1", "/health", "/metrics", "/openapi.json", "/.well-known", "/sandbox", "/embed"];

    /// <summary>Whether a person asks: at a page's address, or with a browser anywhere else but where programs call.</summary>
    public static bool IsWanted(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<HostedPage>() is not null
        || (context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            && !ProgramPaths.Any(path => context.Request.Path.StartsWithSegments(path)));

    public Task Write(HttpContext context, ProblemDetails problem)
    {
        var language = PageLanguage.Choose(context, LanguageCode.English);
        var status = problem.Status ?? StatusCodes.Status500InternalServerError;
        var model = new Dictionary<string, object?>
        {
            ["language"] = language.Code,
            ["texts"] = shipped.Texts("pages", language).Words,
            ["problem"] = NameOf(status),
            ["request"] = Platform.Http.RequestIds.Of(context),
            ["page"] = TemplateModel.Of(new
            {
                Stylesheet = assets.Stylesheet.Address,
                Languages = HttpMethods.IsGet(context.Request.Method) ? PageWriter.LanguageLinks(PageLanguage.AddressOf(context.Request), language) : [],
            }),
        };
        var template = TemplateReader.Read(TemplateSources.OnlyShipped(shipped), Template, shipped.Find(Template)!);
        return new PageResult(TemplateReader.Render(template.Template, model, clock.Now()), status, ContentPolicy.Strict).ExecuteAsync(context);
    }

    private static string NameOf(int status) => status switch
    {
        StatusCodes.Status403Forbidden => "forbidden",
        StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => "not_found",
        StatusCodes.Status410Gone => "gone",
        StatusCodes.Status429TooManyRequests => "too_many",
        StatusCodes.Status503ServiceUnavailable => "unavailable",
        >= StatusCodes.Status500InternalServerError => "broken",
        _ => "unreadable",
    };
}
