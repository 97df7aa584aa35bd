using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.Merchants;

/// <summary>Where a web page comes from, as browsers write it: scheme, host and a port that is not the usual one.</summary>
public sealed record WebOrigin
{
    /// <summary>The one problem that an origin can have.</summary>
    public const string Problem = "origin";

    private WebOrigin(string text) => Text = text;

    public string Text { get; }

    /// <summary>Reads an origin; a slash at its end is forgiven.</summary>
    public static Parsed<WebOrigin> Parse(string typed)
    {
        var isOrigin = WebAddress.IsWebAddress(typed)
            && new Uri(typed) is { PathAndQuery: "/", Fragment: "", UserInfo: "" };
        return isOrigin ? Parsed<WebOrigin>.Accepted(new WebOrigin(Compose(new Uri(typed)))) : Parsed<WebOrigin>.Refused(Problem);
    }

    public override string ToString() => Text;

    private static string Compose(Uri uri) =>
        uri.IsDefaultPort ? $"{uri.Scheme}://{uri.IdnHost}" : $"{uri.Scheme}://{uri.IdnHost}:{uri.Port}";
}
