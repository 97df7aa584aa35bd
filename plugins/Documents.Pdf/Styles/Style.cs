namespace BillingHeadless.Plugins.Documents.Pdf.Styles;

internal enum TextAlign
{
    Left,
    Center,
    Right,
    Justify,
}

internal enum VerticalAlign
{
    Top,
    Middle,
    Bottom,
}

internal enum Placement
{
    /// <summary>In the flow of the text.</summary>
    Static,

    /// <summary>In the flow, and the frame for the placed things in it.</summary>
    Relative,

    /// <summary>At its own place in the frame, above the flow.</summary>
    Absolute,
}

/// <summary>A side's border; no line when its width is 0.</summary>
internal readonly record struct BorderLine(int Width, Colour Colour)
{
    public static readonly BorderLine None = new(0, Colour.Black);
}

/// <summary>One value for each side of a box.</summary>
internal readonly record struct Sides<T>(T Top, T Right, T Bottom, T Left)
{
    public static Sides<T> All(T value) => new(value, value, value, value);
}

/// <summary>How one element looks. Lengths are thousandths of a point.</summary>
internal sealed record Style
{
    /// <summary>What a document starts with: as in browsers, 16 pixels, black, to the left.</summary>
    public static readonly Style Initial = new();

    public int FontSize { get; init; } = 16 * Units.Pixel;

    public bool Bold { get; init; }

    public bool Italic { get; init; }

    public Colour Colour { get; init; } = Colour.Black;

    public TextAlign TextAlign { get; init; }

    /// <summary>Thousandths of the font size; null is the font's own.</summary>
    public int? LineHeight { get; init; }

    /// <summary>Lines break only at line breaks.</summary>
    public bool KeepsLines { get; init; }

    public Sides<int> Margin { get; init; }

    public Sides<int> Padding { get; init; }

    public Sides<BorderLine> Border { get; init; } = Sides<BorderLine>.All(BorderLine.None);

    public Colour? Background { get; init; }

    public Length? Width { get; init; }

    public Length? Height { get; init; }

    public VerticalAlign VerticalAlign { get; init; }

    /// <summary>Moves to the next page rather than break, if it fits on one.</summary>
    public bool KeepsTogether { get; init; }

    public Placement Placement { get; init; }

    public Length Left { get; init; }

    public Length Top { get; init; }

    /// <summary>What a child starts with: only the properties of text pass on.</summary>
    public Style ForChild() => new()
    {
        FontSize = FontSize,
        Bold = Bold,
        Italic = Italic,
        Colour = Colour,
        TextAlign = TextAlign,
        LineHeight = LineHeight,
        KeepsLines = KeepsLines,
    };
}
