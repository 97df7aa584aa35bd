namespace BillingHeadless.Plugins.Documents.Pdf.Styles;

/// <summary>Applies a value to a style; null when the value is not in the subset.</summary>
internal delegate Style? ApplyProperty(Style style, string value);

/// <summary>The style properties of the subset, by name.</summary>
internal static class StyleProperties
{
    private static readonly Dictionary<string, ApplyProperty> All = new()
    {
        ["font-size"] = (style, value) => FontSize(style, value) is { } size ? style with { FontSize = size } : null,
        ["font-weight"] = (style, value) => Choose<bool>(value, ("normal", false), ("400", false), ("bold", true), ("600", true), ("700", true)) is { } bold ? style with { Bold = bold } : null,
        ["font-style"] = (style, value) => Choose(value, ("normal", false), ("italic", true)) is { } italic ? style with { Italic = italic } : null,
        // For the preview in a browser; documents are set in the machine's document font.
        ["font-family"] = (style, _) => style,
        ["line-height"] = (style, value) => LineHeight(style, value),
        ["color"] = (style, value) => Colour.Parse(value) is { } colour ? style with { Colour = colour } : null,
        ["background-color"] = (style, value) => Colour.Parse(value) is { } colour ? style with { Background = colour } : null,
        ["text-align"] = (style, value) => Choose(value, ("left", TextAlign.Left), ("center", TextAlign.Center), ("right", TextAlign.Right), ("justify", TextAlign.Justify)) is { } align ? style with { TextAlign = align } : null,
        ["vertical-align"] = (style, value) => Choose(value, ("top", VerticalAlign.Top), ("middle", VerticalAlign.Middle), ("bottom", VerticalAlign.Bottom)) is { } align ? style with { VerticalAlign = align } : null,
        ["white-space"] = (style, value) => Choose(value, ("normal", false), ("nowrap", true)) is { } keeps ? style with { KeepsLines = keeps } : null,
        ["margin"] = (style, value) => SideValues.Lengths(value, style) is { } sides ? style with { Margin = sides } : null,
        ["margin-top"] = (style, value) => SideValues.Length(value, style) is { } side ? style with { Margin = style.Margin with { Top = side } } : null,
        ["margin-right"] = (style, value) => SideValues.Length(value, style) is { } side ? style with { Margin = style.Margin with { Right = side } } : null,
        ["margin-bottom"] = (style, value) => SideValues.Length(value, style) is { } side ? style with { Margin = style.Margin with { Bottom = side } } : null,
        ["margin-left"] = (style, value) => SideValues.Length(value, style) is { } side ? style with { Margin = style.Margin with { Left = side } } : null,
        ["padding"] = (style, value) => SideValues.Lengths(value, style) is { } sides ? style with { Padding = sides } : null,
        ["padding-top"] = (style, value) => SideValues.Length(value, style) is { } side ? style with { Padding = style.Padding with { Top = side } } : null,
        ["padding-right"] = (style, value) => SideValues.Length(value, style) is { } side ? style with { Padding = style.Padding with { Right = side } } : null,
        ["padding-bottom"] = (style, value) => SideValues.Length(value, style) is { } side ? style with { Padding = style.Padding with { Bottom = side } } : null,
        ["padding-left"] = (style, value) => SideValues.Length(value, style) is { } side ? style with { Padding = style.Padding with { Left = side } } : null,
        ["border"] = (style, value) => SideValues.Line(value, style) is { } line ? style with { Border = Sides<BorderLine>.All(line) } : null,
        ["border-top"] = (style, value) => SideValues.Line(value, style) is { } line ? style with { Border = style.Border with { Top = line } } : null,
        ["border-right"] = (style, value) => SideValues.Line(value, style) is { } line ? style with { Border = style.Border with { Right = line } } : null,
        ["border-bottom"] = (style, value) => SideValues.Line(value, style) is { } line ? style with { Border = style.Border with { Bottom = line } } : null,
        ["border-left"] = (style, value) => SideValues.Line(value, style) is { } line ? style with { Border = style.Border with { Left = line } } : null,
        // Tables have no other model.
        ["border-collapse"] = (style, value) => value == "collapse" ? style : null,
        ["width"] = (style, value) => NotNegative(value, style) is { } width ? style with { Width = width } : null,
        ["height"] = (style, value) => NotNegative(value, style) is { IsPercent: false } height ? style with { Height = height } : null,
        ["page-break-inside"] = (style, value) => Choose(value, ("auto", false), ("avoid", true)) is { } keeps ? style with { KeepsTogether = keeps } : null,
        ["position"] = (style, value) => Choose(value, ("static", Placement.Static), ("relative", Placement.Relative), ("absolute", Placement.Absolute)) is { } placement ? style with { Placement = placement } : null,
        ["left"] = (style, value) => Length.Parse(value, style.FontSize) is { } left ? style with { Left = left } : null,
        ["top"] = (style, value) => Length.Parse(value, style.FontSize) is { IsPercent: false } top ? style with { Top = top } : null,
    };

    public static IEnumerable<string> Names => All.Keys;

    public static ApplyProperty? Find(string name) => All.GetValueOrDefault(name);

    private static T? Choose<T>(string value, params ReadOnlySpan<(string Word, T Meaning)> choices)
        where T : struct
    {
        foreach (var (word, meaning) in choices)
        {
            if (word == value)
            {
                return meaning;
            }
        }

        return null;
    }

    /// <summary>A size in em or % is a part of the parent's, which the style still holds.</summary>
    private static int? FontSize(Style style, string value) =>
        Length.Parse(value, style.FontSize) is { } length
        && length.Of(style.FontSize) is >= Limits.SmallestFontSize and <= Limits.LargestFontSize and var size
            ? size
            : null;

    private static Style? LineHeight(Style style, string value)
    {
        if (value == "normal")
        {
            return style with { LineHeight = null };
        }

        return Length.ParseThousandths(value) is >= 500 and <= 5_000 and { } height ? style with { LineHeight = (int)height } : null;
    }

    private static Length? NotNegative(string value, Style style) =>
        Length.Parse(value, style.FontSize) is { Value: >= 0 } length ? length : null;
}
