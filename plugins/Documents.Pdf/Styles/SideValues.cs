namespace BillingHeadless.Plugins.Documents.Pdf.Styles;

/// <summary>Reads values that concern the sides of a box.</summary>
internal static class SideValues
{
    private static readonly int ThinLine = Units.Pixel;
    private static readonly int MediumLine = 3 * Units.Pixel;
    private static readonly int ThickLine = 5 * Units.Pixel;

    /// <summary>One length, at least 0, not in per cent.</summary>
    public static int? Length(string value, Style style) =>
        Styles.Length.Parse(value, style.FontSize) is { IsPercent: false, Value: >= 0 } length ? length.Value : null;

    /// <summary>One to four lengths, in CSS's order: top, right, bottom, left.</summary>
    public static Sides<int>? Lengths(string value, Style style)
    {
        var lengths = value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => Length(part, style)).ToList();
        if (lengths.Count is 0 or > 4 || lengths.Contains(null))
        {
            return null;
        }

        var top = lengths[0]!.Value;
        var right = lengths.ElementAtOrDefault(1) ?? top;
        return new Sides<int>(top, right, lengths.ElementAtOrDefault(2) ?? top, lengths.ElementAtOrDefault(3) ?? right);
    }

    /// <summary><c>none</c>, or width, <c>solid</c> and colour in any order.</summary>
    public static BorderLine? Line(string value, Style style)
    {
        if (value is "none" or "0")
        {
            return BorderLine.None;
        }

        int? width = null;
        Colour? colour = null;
        var solid = false;
        foreach (var part in value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "solid" && !solid)
            {
                solid = true;
            }
            else if (width is null && LineWidth(part, style) is { } lineWidth)
            {
                width = lineWidth;
            }
            else if (colour is null && Colour.Parse(part) is { } lineColour)
            {
                colour = lineColour;
            }
            else
            {
                return null;
            }
        }

        return solid ? new BorderLine(width ?? MediumLine, colour ?? style.Colour) : null;
    }

    private static int? LineWidth(string value, Style style) => value switch
    {
        "thin" => ThinLine,
        "medium" => MediumLine,
        "thick" => ThickLine,
        _ => Length(value, style),
    };
}
