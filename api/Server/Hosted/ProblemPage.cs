using BillingHeadless.Domain.Language;
using BillingHeadless.Server.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Hosted;

/// <summary>What a person reads where a program would read a problem: nothing here, too often, something broke.</summary>
public sealed class ProblemPage(PlainPages pages)
{
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
        var data = new Dictionary<string, object?> { ["problem"] = NameOf(status), ["request"] = RequestIds.Of(context) };
        var languages = HttpMethods.IsGet(context.Request.Method) ? PageWriter.LanguageLinks(PageLanguage.AddressOf(context.Request), language) : [];
        return pages.Write("problem", language, data, status, languages).ExecuteAsync(context);
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
