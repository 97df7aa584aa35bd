using AngleSharp.Dom;
using BillingHeadless.Plugins.Documents.Pdf.Styles;

namespace BillingHeadless.Plugins.Documents.Pdf.Html;

/// <summary>Works out the style of an element: its name's default, the style sheet, its width attribute, its own style.</summary>
internal sealed class StyleReader(StyleSheet sheet, SourcePlaces places)
{
    private static readonly string[] NoClasses = [];
    private static readonly string[] SizeAttributes = ["width", "height"];

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
        var style = Apply(declarations, parent, element);
        if (BoxPropertyRules.FindIdle(element.LocalName, style) is { } idle)
        {
            places.ReportInTag(element, idle, $"'{idle}' does nothing on a <{element.LocalName}> in the document subset.");
        }

        return style;
    }

    /// <summary>Other lengths may be in em, so the font size comes first.</summary>
    private Style Apply(List<Declaration> declarations, Style parent, IElement element)
    {
        var style = parent.ForChild();
        foreach (var declaration in declarations)
        {
            if (declaration.Name == "font-size")
            {
                style = Apply(declaration, style with { FontSize = parent.FontSize }, element);
            }
        }

        foreach (var declaration in declarations)
        {
            if (declaration.Name != "font-size")
            {
                style = Apply(declaration, style, element);
            }
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
    private IEnumerable<Declaration> ReadSizeAttributes(IElement element)
    {
        foreach (var name in SizeAttributes)
        {
            if (!Elements.Allows(element.LocalName, name) || element.GetAttribute(name) is not { } value)
            {
                continue;
            }

            var parser = new StyleParser((_, problem) => places.ReportInTag(element, name, problem));
            foreach (var declaration in parser.ReadDeclarations($"{name}: {(value.All(char.IsAsciiDigit) ? value + "px" : value)}"))
            {
                yield return declaration;
            }
        }
    }

    /// <summary>A value that was well formed may still be out of bounds here, where em and per cent are known.</summary>
    private Style Apply(Declaration declaration, Style style, IElement element)
    {
        if (StyleProperties.Find(declaration.Name)!(style, declaration.Value) is { } applied)
        {
            return applied;
        }

        places.ReportInTag(element, declaration.Name, $"'{declaration.Name}: {declaration.Value}' is too large or too small here.");
        return style;
    }
}
