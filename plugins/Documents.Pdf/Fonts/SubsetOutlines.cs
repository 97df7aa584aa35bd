using System.Buffers.Binary;

namespace BillingHeadless.Plugins.Documents.Pdf.Fonts;

/// <summary>The outlines of a subset, with the parts of composed glyphs behind them and renumbered in them.</summary>
internal sealed class SubsetOutlines
{
    private const int ComponentsStart = 10;
    private const int WordArguments = 0x0001;
    private const int OneScale = 0x0008;
    private const int MoreComponents = 0x0020;
    private const int TwoScales = 0x0040;
    private const int FullMatrix = 0x0080;

    private readonly FontFile font;
    private readonly List<ushort> glyphs;
    private readonly Dictionary<ushort, ushort> parts = [];

    public SubsetOutlines(FontSubset subset)
    {
        font = subset.Font;
        glyphs = [.. subset.Glyphs.Select(glyph => glyph.Glyph)];
        var glyf = new MemoryStream();
        var starts = new List<int> { 0 };
        for (var i = 0; i < glyphs.Count; i++)
        {
            var outline = font.OutlineOf(glyphs[i]).ToArray();
            RenumberParts(outline);
            glyf.Write(outline);
            while (glyf.Length % 4 != 0)
            {
                glyf.WriteByte(0);
            }

            starts.Add((int)glyf.Length);
        }

        Glyf = glyf.ToArray();
        Loca = new byte[starts.Count * 4];
        for (var i = 0; i < starts.Count; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(Loca.AsSpan(i * 4), starts[i]);
        }
    }

    public byte[] Glyf { get; }

    public byte[] Loca { get; }

    /// <summary>The font's own glyph numbers, in the order of the subset.</summary>
    public IReadOnlyList<ushort> Glyphs => glyphs;

    private void RenumberParts(byte[] outline)
    {
        if (outline.Length == 0 || FontTables.ReadInt16(outline, 0) >= 0)
        {
            return;
        }

        var at = ComponentsStart;
        for (var i = 0; i < Limits.GlyphComponents; i++)
        {
            var flags = FontTables.ReadUInt16(outline, at);
            var part = PartNumber(FontTables.ReadUInt16(outline, at + 2));
            BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(at + 2), part);
            if ((flags & MoreComponents) == 0)
            {
                return;
            }

            at += 4 + ((flags & WordArguments) != 0 ? 4 : 2) + ScaleBytes(flags);
        }
    }

    private ushort PartNumber(ushort glyph)
    {
        if (glyph >= font.GlyphCount)
        {
            return 0;
        }

        if (parts.TryGetValue(glyph, out var number))
        {
            return number;
        }

        number = checked((ushort)glyphs.Count);
        parts.Add(glyph, number);
        glyphs.Add(glyph);
        return number;
    }

    private static int ScaleBytes(int flags) => (flags & (OneScale | TwoScales | FullMatrix)) switch
    {
        OneScale => 2,
        TwoScales => 4,
        FullMatrix => 8,
        _ => 0,
    };
}
