namespace BillingHeadless.Plugins.Documents.Pdf.Fonts;

/// <summary>Which glyph draws a character: the font's <c>cmap</c>, formats 4 and 12.</summary>
internal sealed class CharacterMap
{
    private const int PlatformWindows = 3;
    private const int PlatformUnicode = 0;
    private const int MostGroups = 20_000;

    private readonly ushort[] basic = new ushort[0x10000];
    private readonly Dictionary<int, ushort> supplementary = [];

    public CharacterMap(ReadOnlySpan<byte> table)
    {
        var subtables = FontTables.ReadUInt16(table, 2);
        for (var i = 0; i < subtables; i++)
        {
            var platform = FontTables.ReadUInt16(table, 4 + i * 8);
            if (platform is PlatformWindows or PlatformUnicode)
            {
                ReadSubtable(table[Math.Min(FontTables.ReadOffset(table, 8 + i * 8), table.Length)..]);
            }
        }
    }

    /// <summary>0 when the font has no glyph for it.</summary>
    public ushort GlyphOf(int codepoint) => codepoint < basic.Length
        ? basic[codepoint]
        : supplementary.GetValueOrDefault(codepoint);

    private void ReadSubtable(ReadOnlySpan<byte> subtable)
    {
        switch (FontTables.ReadUInt16(subtable, 0))
        {
            case 4:
                ReadSegments(subtable);
                break;
            case 12:
                ReadGroups(subtable);
                break;
        }
    }

    private void ReadSegments(ReadOnlySpan<byte> subtable)
    {
        var doubled = FontTables.ReadUInt16(subtable, 6);
        for (var i = 0; i < doubled; i += 2)
        {
            var end = FontTables.ReadUInt16(subtable, 14 + i);
            var start = FontTables.ReadUInt16(subtable, 16 + doubled + i);
            var delta = FontTables.ReadUInt16(subtable, 16 + 2 * doubled + i);
            var rangeAt = 16 + 3 * doubled + i;
            var range = FontTables.ReadUInt16(subtable, rangeAt);
            for (int code = start; code <= end && code != 0xFFFF; code++)
            {
                basic[code] = SegmentGlyph(subtable, code, range == 0 ? -1 : rangeAt + range + 2 * (code - start), delta);
            }
        }
    }

    private static ushort SegmentGlyph(ReadOnlySpan<byte> subtable, int code, int listedAt, ushort delta)
    {
        if (listedAt < 0)
        {
            return unchecked((ushort)(code + delta));
        }

        var listed = FontTables.ReadUInt16(subtable, listedAt);
        return listed == 0 ? (ushort)0 : unchecked((ushort)(listed + delta));
    }

    private void ReadGroups(ReadOnlySpan<byte> subtable)
    {
        var groups = FontTables.ReadOffset(subtable, 12);
        if (groups > MostGroups)
        {
            throw new InvalidDataException("Too many groups of characters.");
        }

        for (var i = 0; i < groups; i++)
        {
            var start = FontTables.ReadOffset(subtable, 16 + i * 12);
            var end = FontTables.ReadOffset(subtable, 20 + i * 12);
            var glyph = FontTables.ReadOffset(subtable, 24 + i * 12);
            if (end > 0x10FFFF || end - start > ushort.MaxValue)
            {
                throw new InvalidDataException("A group of characters is too long.");
            }

            for (var code = start; code <= end; code++)
            {
                Add(code, glyph + code - start);
            }
        }
    }

    private void Add(int codepoint, int glyph)
    {
        if (glyph > ushort.MaxValue)
        {
            throw new InvalidDataException("A character names a glyph that cannot exist.");
        }

        if (codepoint < basic.Length)
        {
            basic[codepoint] = (ushort)glyph;
        }
        else
        {
            supplementary[codepoint] = (ushort)glyph;
        }
    }
}
