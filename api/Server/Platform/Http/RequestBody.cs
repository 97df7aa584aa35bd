using Microsoft.AspNetCore.Http.Metadata;

namespace BillingHeadless.Server.Platform.Http;

/// <summary>The body as bytes, to be read by the endpoint again.</summary>
public static class RequestBody
{
    /// <exception cref="BadHttpRequestException">It is larger than the server takes.</exception>
    public static async Task<ReadOnlyMemory<byte>> Read(HttpRequest request)
    {
        request.EnableBuffering(Limits.BodyBytes, LimitOf(request));
        request.Body.Position = 0;
        var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        request.Body.Position = 0;
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    /// <summary>The server's, unless the endpoint has its own.</summary>
    private static long LimitOf(HttpRequest request) =>
        request.HttpContext.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? Limits.BodyBytes;
}
