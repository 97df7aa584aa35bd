namespace BillingHeadless.Plugins.Documents.Pdf.Fonts;

/// <summary>
/// The glyphs of one font that a document uses, renumbered from 1 in order of first use. The same glyph used for two
/// characters gets two numbers, so that the text read back from the file is exactly the text that went in.
/// </summary>
internal sealed class FontSubset(FontFile font)
{
    private readonly Dictionary<(ushort Glyph, int Codepoint), ushort> numbers = [];
    private readonly List<SubsetGlyph> glyphs = [new SubsetGlyph(0, 0)];

    public FontFile Font => font;

    /// <summary>By number; the first is the box for a missing glyph.</summary>
    public IReadOnlyList<SubsetGlyph> Glyphs => glyphs;

    /// <exception cref="DocumentOutOfBoundsException">Too many different characters.</exception>
    public ushort NumberOf(ushort glyph, int codepoint)
    {
        if (numbers.TryGetValue((glyph, codepoint), out var number))
        {
            return number;
        }

        if (glyphs.Count > Limits.CharactersPerFont)
        {
            throw new DocumentOutOfBoundsException($"The document uses more than {Limits.CharactersPerFont} different characters.");
        }

        number = (ushort)glyphs.Count;
        numbers.Add((glyph, codepoint), number);
        glyphs.Add(new SubsetGlyph(glyph, codepoint));
        return number;
    }
}

internal readonly record struct SubsetGlyph(ushort Glyph, int Codepoint);
