using System.Text;

namespace BillingHeadless.Plugins.Documents.Pdf.Fonts;

/// <summary>One TrueType font: which glyph draws a character, how wide it is, what its outline is.</summary>
internal sealed class FontFile
{
    private readonly FontTables tables;
    private readonly CharacterMap characters;
    private readonly ushort[] advances;
    private readonly int[] outlineStarts;

    /// <exception cref="InvalidDataException">The file is broken or has no TrueType outlines.</exception>
    public FontFile(byte[] file, string name)
    {
        tables = new FontTables(file);
        Name = new string([.. name.Where(char.IsAsciiLetterOrDigit)]);
        var head = tables["head"];
        UnitsPerEm = FontTables.ReadUInt16(head, 18);
        if (UnitsPerEm is < 16 or > 16_384)
        {
            throw new InvalidDataException("The design size is outside 16 to 16384.");
        }

        var wideOffsets = FontTables.ReadInt16(head, 50) != 0;
        var hhea = tables["hhea"];
        Ascent = FontTables.ReadInt16(hhea, 4);
        Descent = -FontTables.ReadInt16(hhea, 6);
        LineGap = FontTables.ReadInt16(hhea, 8);
        GlyphCount = FontTables.ReadUInt16(tables["maxp"], 4);
        advances = ReadAdvances(tables["hmtx"], FontTables.ReadUInt16(hhea, 34), GlyphCount);
        outlineStarts = ReadOutlineStarts(tables["loca"], tables["glyf"].Length, GlyphCount, wideOffsets);
        characters = new CharacterMap(tables["cmap"]);
        RequireSaneMetrics();
    }

    /// <summary>The name in ASCII letters and digits, for the PDF.</summary>
    public string Name { get; }

    public int UnitsPerEm { get; }

    /// <summary>Height above the baseline, in font units.</summary>
    public int Ascent { get; }

    /// <summary>Depth below the baseline, in font units, positive.</summary>
    public int Descent { get; }

    public int LineGap { get; }

    public int GlyphCount { get; }

    public FontTables Tables => tables;

    /// <summary>0 (the box for a missing glyph) when the font has none.</summary>
    public ushort GlyphOf(int codepoint)
    {
        var glyph = characters.GlyphOf(codepoint);
        return glyph < GlyphCount ? glyph : (ushort)0;
    }

    /// <summary>Width of a glyph in font units.</summary>
    public int AdvanceOf(int glyph) => advances[glyph];

    /// <summary>The outline as it stands in the file; empty for a space.</summary>
    public ReadOnlySpan<byte> OutlineOf(int glyph) =>
        tables["glyf"][outlineStarts[glyph]..outlineStarts[glyph + 1]];

    /// <summary>Whether it draws every character of the text.</summary>
    public bool Covers(string text) => text.EnumerateRunes().All(rune => GlyphOf(rune.Value) != 0);

    private static ushort[] ReadAdvances(ReadOnlySpan<byte> hmtx, int listed, int glyphs)
    {
        if (listed == 0 || listed > glyphs)
        {
            throw new InvalidDataException("The widths of the glyphs are missing.");
        }

        var advances = new ushort[glyphs];
        for (var glyph = 0; glyph < glyphs; glyph++)
        {
            advances[glyph] = FontTables.ReadUInt16(hmtx, 4 * Math.Min(glyph, listed - 1));
        }

        return advances;
    }

    private static int[] ReadOutlineStarts(ReadOnlySpan<byte> loca, int outlineBytes, int glyphs, bool wide)
    {
        var starts = new int[glyphs + 1];
        for (var glyph = 0; glyph <= glyphs; glyph++)
        {
            starts[glyph] = wide ? FontTables.ReadOffset(loca, glyph * 4) : FontTables.ReadUInt16(loca, glyph * 2) * 2;
            if (starts[glyph] > outlineBytes || glyph > 0 && starts[glyph] < starts[glyph - 1])
            {
                throw new InvalidDataException("The list of outlines is out of order.");
            }
        }

        return starts;
    }

    private void RequireSaneMetrics()
    {
        if (Ascent < 0 || Descent < 0 || LineGap < 0 || Ascent + Descent + LineGap > UnitsPerEm * 4)
        {
            throw new InvalidDataException("The heights of the font make no sense.");
        }
    }
}
