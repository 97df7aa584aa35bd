using AngleSharp.Dom;
using BillingHeadless.Plugins.Documents.Pdf.Styles;

namespace BillingHeadless.Plugins.Documents.Pdf.Html;

/// <summary>Works out the style of an element: its name's default, the style sheet, its width attribute, its own style.</summary>
internal sealed class StyleReader(StyleSheet sheet, SourcePlaces places)
{
    private static readonly string[] NoClasses = [];

    public Style Read(IElement element, Style parent)
    {
        var inline = ReadInline(element);
        var classes = element.GetAttribute("class")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? NoClasses;
        var declarations = Elements.Defaults.Matching(element.LocalName, classes)
            .Concat(sheet.Matching(element.LocalName, classes))
            .SelectMany(rule => rule.Declarations)
            .Concat(ReadSizeAttributes(element))
            .Concat(inline)
            .ToList();
        var style = parent.ForChild();
        // Other lengths may be in em, so the font size comes first.
        foreach (var declaration in declarations.Where(declaration => declaration.Name == "font-size"))
        {
            style = Apply(declaration, style with { FontSize = parent.FontSize }, element);
        }

        foreach (var declaration in declarations.Where(declaration => declaration.Name != "font-size"))
        {
            style = Apply(declaration, style, element);
        }

        return style;
    }

    private List<Declaration> ReadInline(IElement element)
    {
        var text = element.GetAttribute("style");
        return text is null
            ? []
            : new StyleParser((at, problem) => places.ReportInTag(element, PieceAt(text, at), problem)).ReadDeclarations(text);
    }

    private static string PieceAt(string text, int at) => text[at..].Split(';', 2)[0].Trim();

    /// <summary><c>width="40%"</c> and, of images, <c>height="120"</c> in pixels.</summary>
    private static IEnumerable<Declaration> ReadSizeAttributes(IElement element)
    {
        foreach (var name in new[] { "width", "height" })
        {
            if (Elements.Allows(element.LocalName, name) && element.GetAttribute(name) is { } value)
            {
                yield return new Declaration(name, value.All(char.IsAsciiDigit) ? value + "px" : value, 0);
            }
        }
    }

    private Style Apply(Declaration declaration, Style style, IElement element)
    {
        var applied = StyleProperties.Find(declaration.Name)!(style, declaration.Value.ToLowerInvariant());
        if (applied is not null)
        {
            return applied;
        }

        places.ReportInTag(
            element,
            declaration.Name,
            $"The value of '{declaration.Name}: {Shortened(declaration.Value)}' is not in the document subset.");
        return style;
    }

    private static string Shortened(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
