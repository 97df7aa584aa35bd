using BillingHeadless.Plugins.Documents.Pdf.Fonts;
using BillingHeadless.Plugins.Documents.Pdf.Html;
using BillingHeadless.Plugins.Documents.Pdf.Styles;

namespace BillingHeadless.Plugins.Documents.Pdf.Layout;

/// <summary>One character with the glyph that draws it.</summary>
internal readonly record struct Character(Style Style, Face Face, SubsetGlyph Glyph, int Advance);

/// <summary>
/// Characters that stay on one line while they fit, or an image. A line may end after each word; the space that then
/// falls away is the character at <see cref="End"/>.
/// </summary>
internal sealed record Word(Style Style, int Start, int End, int Width)
{
    /// <summary>Width of the space behind it; 0 when there is none.</summary>
    public int Space { get; init; }

    public bool EndsLine { get; init; }

    public InlinePicture? Picture { get; init; }
}

/// <summary>A paragraph's characters in words, before it is known how wide its lines are.</summary>
internal sealed record ShapedText(IReadOnlyList<Character> Characters, IReadOnlyList<Word> Words)
{
    /// <summary>A column need not be wider for a longer word: that is broken inside.</summary>
    private const int WidestWordInEms = 20;

    /// <summary>The narrowest and the widest that the paragraph asks for.</summary>
    public Extent Measure()
    {
        var narrowest = 0;
        var widest = 0;
        var line = 0;
        foreach (var word in Words)
        {
            var extent = ExtentOf(word);
            narrowest = Math.Max(narrowest, extent.Narrowest);
            line += extent.Widest;
            widest = Math.Max(widest, line);
            line = word.EndsLine ? 0 : line + word.Space;
        }

        return new Extent(narrowest, widest);
    }

    private static Extent ExtentOf(Word word) => word.Picture is { } image
        ? PictureSize.ExtentOf(image.Picture, image.Style)
        : new Extent(Math.Min(word.Width, word.Style.FontSize * WidestWordInEms), word.Width);
}

/// <summary>How narrow something can be, and how wide it would like to be.</summary>
internal readonly record struct Extent(int Narrowest, int Widest)
{
    public Extent Wider(int by) => new(Narrowest + by, Widest + by);

    public Extent Wider(Extent by) => new(Narrowest + by.Narrowest, Widest + by.Widest);

    /// <summary>The larger in each.</summary>
    public Extent Or(Extent other) => new(Math.Max(Narrowest, other.Narrowest), Math.Max(Widest, other.Widest));

    /// <summary>What is missing to reach it from the other.</summary>
    public Extent Beyond(Extent other) => new(Math.Max(0, Narrowest - other.Narrowest), Math.Max(0, Widest - other.Widest));

    public Extent Share(int parts) => new(Narrowest / parts, Widest / parts);
}
