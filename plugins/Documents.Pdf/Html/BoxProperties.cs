using System.Numerics;
using BillingHeadless.Plugins.Documents.Pdf.Styles;

namespace BillingHeadless.Plugins.Documents.Pdf.Html;

/// <summary>The properties that concern an element's own box rather than its text.</summary>
[Flags]
internal enum BoxProperties
{
    None = 0,
    Margin = 1,
    Padding = 2,
    Border = 4,
    Background = 8,
    Width = 16,
    Height = 32,
    VerticalAlign = 64,
    KeepsTogether = 128,
    Relative = 256,
    Absolute = 512,
}

/// <summary>Which of them work on which elements: one that would be ignored is refused instead.</summary>
internal static class BoxPropertyRules
{
    private const BoxProperties Block = BoxProperties.Margin | BoxProperties.Padding | BoxProperties.Border | BoxProperties.Background
        | BoxProperties.Width | BoxProperties.Height | BoxProperties.KeepsTogether | BoxProperties.Relative;

    private const BoxProperties Cell = BoxProperties.Padding | BoxProperties.Border | BoxProperties.Background
        | BoxProperties.Width | BoxProperties.Height | BoxProperties.VerticalAlign | BoxProperties.Relative;

    private const BoxProperties Table = BoxProperties.Margin | BoxProperties.Border | BoxProperties.Background
        | BoxProperties.Width | BoxProperties.KeepsTogether | BoxProperties.Absolute;

    /// <summary>The name of a property that is set and does nothing on the element; null when all of them work.</summary>
    public static string? FindIdle(string element, Style style)
    {
        var idle = SetIn(style) & ~WorkingOn(element, style);
        return idle == BoxProperties.None ? null : NameOf((BoxProperties)(1 << BitOperations.TrailingZeroCount((int)idle)));
    }

    private static BoxProperties WorkingOn(string element, Style style) => element switch
    {
        "div" or "p" or "h1" or "h2" or "h3" or "ul" or "ol" => Block | BoxProperties.Absolute,
        "body" or "li" => Block,
        "span" or "b" or "i" when style.Placement == Placement.Absolute => Block | BoxProperties.Absolute,
        "td" or "th" => Cell,
        "table" => Table,
        "tr" => BoxProperties.Background | BoxProperties.KeepsTogether,
        "img" => BoxProperties.Width | BoxProperties.Height | BoxProperties.Absolute,
        "hr" => BoxProperties.Margin | BoxProperties.Border | BoxProperties.Width,
        _ => BoxProperties.None,
    };

    private static BoxProperties SetIn(Style style) =>
        If(style.Margin != default, BoxProperties.Margin)
        | If(style.Padding != default, BoxProperties.Padding)
        | If(style.Border != Sides<BorderLine>.All(BorderLine.None), BoxProperties.Border)
        | If(style.Background is not null, BoxProperties.Background)
        | If(style.Width is not null, BoxProperties.Width)
        | If(style.Height is not null, BoxProperties.Height)
        | If(style.VerticalAlign != VerticalAlign.Top, BoxProperties.VerticalAlign)
        | If(style.KeepsTogether, BoxProperties.KeepsTogether)
        | If(style.Placement == Placement.Relative, BoxProperties.Relative)
        | If(style.Placement == Placement.Absolute, BoxProperties.Absolute);

    private static BoxProperties If(bool isSet, BoxProperties property) => isSet ? property : BoxProperties.None;

    private static string NameOf(BoxProperties property) => property switch
    {
        BoxProperties.Background => "background-color",
        BoxProperties.VerticalAlign => "vertical-align",
        BoxProperties.KeepsTogether => "page-break-inside",
        BoxProperties.Relative => "position: relative",
        BoxProperties.Absolute => "position: absolute",
        _ => property.ToString().ToLowerInvariant(),
    };
}
