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
        var origin = WebAddress.InAscii(typed) is { } address && new Uri(address) is { PathAndQuery: "/", Fragment: "", UserInfo: "" } bare ? bare : null;
        return origin is null ? Parsed<WebOrigin>.Refused(Problem) : Parsed<WebOrigin>.Accepted(new WebOrigin(origin.GetLeftPart(UriPartial.Authority)));
    }

    public override string ToString() => Text;
}
