using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace BillingHeadless.Server.Platform.Http;

/// <summary>
/// Publishable keys in other sites' pages (CORS): a browser may read the answers at the origins that the key lists. The
/// question before the call carries no key, so everyone may ask it; the call itself decides.
/// </summary>
public static class BrowserOrigins
{
    private const string ApiPath = "/v1";
    private const string QuestionKeptSeconds = "600";

    /// <summary>Answers the browser's question before the call.</summary>
    public static IApplicationBuilder UseBrowserQuestions(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var (request, headers) = (context.Request, context.Response.Headers);
        if (!HttpMethods.IsOptions(request.Method) || !request.Path.StartsWithSegments(ApiPath) || !request.Headers.ContainsKey(HeaderNames.AccessControlRequestMethod))
        {
            return next(context);
        }

        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlAllowMethods = "GET, POST";
        headers.AccessControlAllowHeaders = "Authorization, Content-Type, Idempotency-Key";
        headers.AccessControlMaxAge = QuestionKeptSeconds;
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    });

    /// <summary>Lets the page read the answer, or refuses a page at an origin that the key does not list.</summary>
    public static ProblemDetails? Admit(HttpContext context, Caller caller)
    {
        var origin = context.Request.Headers.Origin.ToString();
        if (caller.Kind != CallerKind.PublishableKey || origin.Length == 0)
        {
            return null;
        }

        if (!caller.Origins.Contains(origin))
        {
            return Problem.Of(StatusCodes.Status403Forbidden, Problem.Codes.OriginNotAllowed, "The key does not list the origin of this page.");
        }

        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.AccessControlAllowOrigin = origin;
            headers.AccessControlExposeHeaders = $"ETag, Location, Retry-After, Idempotency-Replayed, {RequestIds.Header}";
            headers.Append(HeaderNames.Vary, HeaderNames.Origin);
            return Task.CompletedTask;
        });
        return null;
    }
}
