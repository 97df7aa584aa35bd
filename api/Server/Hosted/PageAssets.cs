using System.Security.Cryptography;
using System.Text;

namespace BillingHeadless.Server.Hosted;

/// <summary>
/// The few files that pages need beside themselves. Each stands under an address with its own fingerprint, so that browsers
/// may keep it for ever.
/// </summary>
public sealed class PageAssets
{
    private const int FingerprintLength = 12;

    /// <summary>The look of all pages.</summary>
    public PageAsset Stylesheet { get; } = Read(Path.Combine("templates", "pages", "pages.css"), "text/css; charset=utf-8");

    /// <summary>Tells the page around a framed one how high it is.</summary>
    public PageAsset FrameScript { get; } = Read(Path.Combine("embed", "frame.js"), "text/javascript; charset=utf-8");

    private static PageAsset Read(string file, string type)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file));
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..FingerprintLength];
        return new PageAsset($"/assets/{Path.GetFileNameWithoutExtension(file)}-{fingerprint}{Path.GetExtension(file)}", text, type);
    }
}

/// <summary>A file that a page names.</summary>
public sealed record PageAsset(string Address, string Text, string ContentType)
{
    private const string KeptForEver = "public, max-age=31536000, immutable";

    public void Map(IEndpointRouteBuilder routes) => routes
        .MapGet(Address, (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = KeptForEver;
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return Results.Text(Text, ContentType);
        })
        .ExcludeFromDescription();
}
