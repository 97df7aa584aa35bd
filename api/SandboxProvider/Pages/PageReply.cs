using System.Text;

namespace BillingHeadless.SandboxProvider.Pages;

/// <summary>A page that is ready to be sent.</summary>
/// <param name="FormTargets">Origins, besides our own, to which its form may lead: the shop's, since a payment redirects there.</param>
internal sealed record Page(int Status, string Html, string FormTargets);

/// <summary>Sends pages to a browser.</summary>
internal static class PageReply
{
    public static Task SendAsync(HttpContext context, Page page)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'self'; form-action 'self' {page.FormTargets}; base-uri 'none'; frame-ancestors 'none'";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        context.Response.StatusCode = page.Status;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(page.Html, Encoding.UTF8, context.RequestAborted);
    }

    /// <summary>303, so that the browser goes on with GET and a reload repeats nothing.</summary>
    public static Task RedirectAsync(HttpContext context, string url)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = url;
        context.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
