using BillingHeadless.Plugins.Documents.Pdf.Styles;

namespace BillingHeadless.Plugins.Documents.Pdf.Html;

/// <summary>The elements and attributes of the subset, and how elements look before any style.</summary>
internal static class Elements
{
    /// <summary>As browsers have it, so that the preview and the PDF agree.</summary>
    public static readonly StyleSheet Defaults = new StyleParser((_, text) => throw new InvalidOperationException(text)).ReadSheet(
        """
        h1 { font-size: 2em; font-weight: bold; margin: 0.67em 0 }
        h2 { font-size: 1.5em; font-weight: bold; margin: 0.83em 0 }
        h3 { font-size: 1.17em; font-weight: bold; margin: 1em 0 }
        p { margin: 1em 0 }
        ul, ol { margin: 1em 0; padding-left: 40px }
        b { font-weight: bold }
        i { font-style: italic }
        hr { margin: 0.5em 0; border-top: 1px solid gray }
        th { font-weight: bold; text-align: center }
        td, th { padding: 1px; vertical-align: middle }
        """);

    private static readonly HashSet<string> Everywhere = ["style", "class", "lang"];

    private static readonly Dictionary<string, string[]> Own = new()
    {
        ["meta"] = ["charset", "name", "content"],
        ["img"] = ["src", "alt", "width", "height"],
        ["td"] = ["colspan", "width"],
        ["th"] = ["colspan", "width"],
        ["table"] = ["width"],
    };

    public static bool IsBlock(string name) => name is "div" or "p" or "h1" or "h2" or "h3" or "ul" or "ol" or "table" or "hr";

    public static bool IsHeading(string name) => name is "h1" or "h2" or "h3";

    public static bool IsInline(string name) => name is "span" or "b" or "i" or "br" or "img";

    public static bool Allows(string element, string attribute) =>
        Everywhere.Contains(attribute) || Own.TryGetValue(element, out var own) && own.Contains(attribute);
}
