using System.Buffers.Binary;

namespace BillingHeadless.Plugins.Documents.Pdf.Fonts;

/// <summary>Writes a TrueType file that holds only the glyphs of a subset, and the parts of composed ones.</summary>
internal static class SubsetFile
{
    private const int LongOffsets = 1;

    public static byte[] Write(FontSubset subset)
    {
        var outlines = new SubsetOutlines(subset);
        var tables = new List<(string Tag, byte[] Bytes)>
        {
            ("cvt ", Copy(subset.Font, "cvt ")),
            ("fpgm", Copy(subset.Font, "fpgm")),
            ("glyf", outlines.Glyf),
            ("head", Head(subset.Font)),
            ("hhea", Hhea(subset.Font, outlines.Glyphs.Count)),
            ("hmtx", Hmtx(subset.Font, outlines.Glyphs)),
            ("loca", outlines.Loca),
            ("maxp", Maxp(subset.Font, outlines.Glyphs.Count)),
            ("prep", Copy(subset.Font, "prep")),
        };
        tables.RemoveAll(table => table.Bytes.Length == 0);
        return Assemble(tables);
    }

    private static byte[] Copy(FontFile font, string tag) => font.Tables.Has(tag) ? font.Tables[tag].ToArray() : [];

    private static byte[] Head(FontFile font)
    {
        var head = font.Tables["head"].ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), LongOffsets);
        return head;
    }

    private static byte[] Hhea(FontFile font, int glyphs)
    {
        var hhea = font.Tables["hhea"].ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)glyphs);
        return hhea;
    }

    private static byte[] Hmtx(FontFile font, IReadOnlyList<ushort> glyphs)
    {
        var hmtx = new byte[glyphs.Count * 4];
        for (var i = 0; i < glyphs.Count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(hmtx.AsSpan(i * 4), (ushort)font.AdvanceOf(glyphs[i]));
            BinaryPrimitives.WriteInt16BigEndian(hmtx.AsSpan(i * 4 + 2), LeftEdge(font.OutlineOf(glyphs[i])));
        }

        return hmtx;
    }

    private static short LeftEdge(ReadOnlySpan<byte> outline) => outline.IsEmpty ? (short)0 : FontTables.ReadInt16(outline, 2);

    private static byte[] Maxp(FontFile font, int glyphs)
    {
        var maxp = font.Tables["maxp"].ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)glyphs);
        return maxp;
    }

    private static byte[] Assemble(List<(string Tag, byte[] Bytes)> tables)
    {
        var directory = 12 + tables.Count * 16;
        var file = new byte[directory + tables.Sum(table => Padded(table.Bytes.Length))];
        WriteHeader(file, tables.Count);
        var at = directory;
        for (var i = 0; i < tables.Count; i++)
        {
            var (tag, bytes) = tables[i];
            bytes.CopyTo(file, at);
            var entry = file.AsSpan(12 + i * 16);
            for (var letter = 0; letter < 4; letter++)
            {
                entry[letter] = (byte)tag[letter];
            }

            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Checksum(file.AsSpan(at, Padded(bytes.Length))));
            BinaryPrimitives.WriteUInt32BigEndian(entry[8..], (uint)at);
            BinaryPrimitives.WriteUInt32BigEndian(entry[12..], (uint)bytes.Length);
            at += Padded(bytes.Length);
        }

        return file;
    }

    private static void WriteHeader(Span<byte> file, int tables)
    {
        var power = 1;
        var exponent = 0;
        for (; power * 2 <= tables; exponent++)
        {
            power *= 2;
        }

        BinaryPrimitives.WriteUInt32BigEndian(file, 0x0001_0000);
        BinaryPrimitives.WriteUInt16BigEndian(file[4..], (ushort)tables);
        BinaryPrimitives.WriteUInt16BigEndian(file[6..], (ushort)(power * 16));
        BinaryPrimitives.WriteUInt16BigEndian(file[8..], (ushort)exponent);
        BinaryPrimitives.WriteUInt16BigEndian(file[10..], (ushort)((tables - power) * 16));
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (var i = 0; i < bytes.Length; i += 4)
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(bytes[i..]));
        }

        return sum;
    }
}
