using Microsoft.Net.Http.Headers;

namespace BillingHeadless.Server.Documents;

/// <summary>A file as an answer: to be kept, and never to be run as a page of ours.</summary>
public sealed record FileAnswer(string FileName, string MediaType, byte[] Content) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        headers.ContentType = MediaType;
        headers.ContentLength = Content.Length;
        headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = FileName }.ToString();
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'";
        await httpContext.Response.Body.WriteAsync(Content, httpContext.RequestAborted);
    }
}
