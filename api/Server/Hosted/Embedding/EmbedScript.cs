using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace BillingHeadless.Server.Hosted.Embedding;

/// <summary>The script for other sites: makes links into buy buttons and payment tabs. Without it the links work as they are.</summary>
public sealed class EmbedScript : IPage
{
    private const string Address = "/embed/billing.js";
    private const string AskedAgainAfterAnHour = "public, max-age=3600";
    private static readonly byte[] Script = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "embed", "billing.js"));
    private static readonly EntityTagHeaderValue Tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(Script))[..16]}\"");

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Address, (HttpContext context) =>
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.Headers.CacheControl = AskedAgainAfterAnHour;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return Results.File(Script, $"text/javascript; charset={Encoding.UTF8.WebName}", entityTag: Tag);
    });
}
