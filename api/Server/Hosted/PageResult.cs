using System.Text;

namespace BillingHeadless.Server.Hosted;

/// <summary>A finished page. Nothing of it is kept by browsers or proxies, and nothing runs in it but what its policy names.</summary>
/// <param name="html">The whole page.</param>
/// <param name="status">The status of the answer.</param>
/// <param name="policy">What may run in it, and who may show it in a frame.</param>
/// <param name="refresh">When the browser loads it again, and from where; in a header, where no changed template can lose it.</param>
public sealed class PageResult(string html, int status, ContentPolicy policy, string? refresh = null) : IResult
{
    public const string ContentType = "text/html; charset=utf-8";

    public int Status => status;

    public string Html => html;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = ContentType;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = policy.ToString();
        response.Headers.XContentTypeOptions = "nosniff";

        // Addresses of payments cannot be guessed and must not be told to other sites.
        response.Headers["Referrer-Policy"] = "same-origin";
        if (refresh is not null)
        {
            response.Headers["Refresh"] = refresh;
        }

        response.Headers.Append("Vary", "Accept-Language, Cookie");
        return response.WriteAsync(html, Encoding.UTF8, httpContext.RequestAborted);
    }
}
