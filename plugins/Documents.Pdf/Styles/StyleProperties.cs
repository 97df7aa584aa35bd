namespace BillingHeadless.Plugins.Documents.Pdf.Styles;

/// <summary>Applies a value to a style; null when the value is not in the subset.</summary>
internal delegate Style? ApplyProperty(Style style, string value);

/// <summary>The style properties of the subset, by name.</summary>
internal static class StyleProperties
{
    private static readonly Dictionary<string, ApplyProperty> All = new()
    {
        ["font-size"] = (style, value) => FontSize(style, value) is { } size ? style with { FontSize = size } : null,
        ["font-weight"] = OneOf(
            (style, bold) => style with { Bold = bold }, ("normal", false), ("400", false), ("bold", true), ("600", true), ("700", true)),
        ["font-style"] = OneOf((style, italic) => style with { Italic = italic }, ("normal", false), ("italic", true)),
        // For the preview in a browser; documents are set in the machine's document font.
        ["font-family"] = (style, _) => style,
        ["line-height"] = LineHeight,
        ["color"] = Colours((style, colour) => style with { Colour = colour }),
        ["background-color"] = Colours((style, colour) => style with { Background = colour }),
        ["text-align"] = OneOf(
            (style, align) => style with { TextAlign = align },
            ("left", TextAlign.Left),
            ("center", TextAlign.Center),
            ("right", TextAlign.Right),
            ("justify", TextAlign.Justify)),
        ["vertical-align"] = OneOf(
            (style, align) => style with { VerticalAlign = align },
            ("top", VerticalAlign.Top),
            ("middle", VerticalAlign.Middle),
            ("bottom", VerticalAlign.Bottom)),
        ["white-space"] = OneOf((style, keeps) => style with { KeepsLines = keeps }, ("normal", false), ("nowrap", true)),
        // The PDF breaks long words anyhow; the preview in a browser has to be told.
        ["overflow-wrap"] = (style, value) => value == "anywhere" ? style : null,
        ["margin"] = FourSides((style, sides) => style with { Margin = sides }),
        ["margin-top"] = OneSide((style, side) => style with { Margin = style.Margin with { Top = side } }),
        ["margin-right"] = OneSide((style, side) => style with { Margin = style.Margin with { Right = side } }),
        ["margin-bottom"] = OneSide((style, side) => style with { Margin = style.Margin with { Bottom = side } }),
        ["margin-left"] = OneSide((style, side) => style with { Margin = style.Margin with { Left = side } }),
        ["padding"] = FourSides((style, sides) => style with { Padding = sides }),
        ["padding-top"] = OneSide((style, side) => style with { Padding = style.Padding with { Top = side } }),
        ["padding-right"] = OneSide((style, side) => style with { Padding = style.Padding with { Right = side } }),
        ["padding-bottom"] = OneSide((style, side) => style with { Padding = style.Padding with { Bottom = side } }),
        ["padding-left"] = OneSide((style, side) => style with { Padding = style.Padding with { Left = side } }),
        ["border"] = Lines((style, line) => style with { Border = Sides<BorderLine>.All(line) }),
        ["border-top"] = Lines((style, line) => style with { Border = style.Border with { Top = line } }),
        ["border-right"] = Lines((style, line) => style with { Border = style.Border with { Right = line } }),
        ["border-bottom"] = Lines((style, line) => style with { Border = style.Border with { Bottom = line } }),
        ["border-left"] = Lines((style, line) => style with { Border = style.Border with { Left = line } }),
        // Tables have no other model.
        ["border-collapse"] = (style, value) => value == "collapse" ? style : null,
        ["width"] = Lengths((style, width) => width.Value >= 0 ? style with { Width = width } : null),
        ["height"] = Lengths((style, height) => height is { IsPercent: false, Value: >= 0 } ? style with { Height = height } : null),
        ["page-break-inside"] = OneOf((style, keeps) => style with { KeepsTogether = keeps }, ("auto", false), ("avoid", true)),
        ["position"] = OneOf(
            (style, placement) => style with { Placement = placement },
            ("static", Placement.Static),
            ("relative", Placement.Relative),
            ("absolute", Placement.Absolute)),
        ["left"] = Lengths((style, left) => style with { Left = left }),
        ["top"] = Lengths((style, top) => top.IsPercent ? null : style with { Top = top }),
    };

    public static ApplyProperty? Find(string name) => All.GetValueOrDefault(name);

    private static ApplyProperty OneOf<T>(Func<Style, T, Style> set, params (string Word, T Meaning)[] choices) => (style, value) =>
    {
        var chosen = Array.FindIndex(choices, choice => choice.Word == value);
        return chosen < 0 ? null : set(style, choices[chosen].Meaning);
    };

    private static ApplyProperty Colours(Func<Style, Colour, Style> set) =>
        (style, value) => Colour.Parse(value) is { } colour ? set(style, colour) : null;

    private static ApplyProperty Lengths(Func<Style, Length, Style?> set) =>
        (style, value) => Length.Parse(value, style.FontSize) is { } length ? set(style, length) : null;

    private static ApplyProperty OneSide(Func<Style, int, Style> set) =>
        (style, value) => SideValues.Length(value, style) is { } side ? set(style, side) : null;

    private static ApplyProperty FourSides(Func<Style, Sides<int>, Style> set) =>
        (style, value) => SideValues.Lengths(value, style) is { } sides ? set(style, sides) : null;

    private static ApplyProperty Lines(Func<Style, BorderLine, Style> set) =>
        (style, value) => SideValues.Line(value, style) is { } line ? set(style, line) : null;

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
}
