using System.Text;
using BillingHeadless.Plugins.Documents.Pdf.Fonts;

namespace BillingHeadless.Plugins.Documents.Pdf.Writing;

/// <summary>Writes a font with the glyphs that are used, their widths, and the characters that they stand for.</summary>
internal static class PdfFont
{
    private const int Symbolic = 4;

    /// <summary>Most entries of one block of a character map, by the format's own rule.</summary>
    private const int MappingsPerBlock = 100;

    public static int Write(PdfFile file, FontSubset subset)
    {
        var outlines = SubsetFile.Write(subset);
        var name = $"{Tag(outlines)}+{subset.Font.Name}";
        var program = file.AddDeflated($"/Length1 {outlines.Length}", outlines);
        var descriptor = file.Add(Descriptor(subset.Font, name, program));
        var descendant = file.Add(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} "
            + "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            + $"/FontDescriptor {descriptor} 0 R /CIDToGIDMap /Identity /DW 0 /W [0 [{Widths(subset)}]] >>");
        var characters = file.AddDeflated("", Encoding.ASCII.GetBytes(CharacterMapOf(subset)));
        return file.Add(
            $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H "
            + $"/DescendantFonts [{descendant} 0 R] /ToUnicode {characters} 0 R >>");
    }

    /// <summary>Six letters that differ between subsets, as the format asks; made from the outlines, so not by chance.</summary>
    private static string Tag(byte[] outlines)
    {
        var hash = 2_166_136_261u;
        foreach (var value in outlines)
        {
            hash = unchecked((hash ^ value) * 16_777_619u);
        }

        var letters = new char[6];
        for (var i = 0; i < letters.Length; i++, hash /= 26)
        {
            letters[i] = (char)('A' + hash % 26);
        }

        return new string(letters);
    }

    private static string Descriptor(FontFile font, string name, int program)
    {
        var box = Enumerable.Range(0, 4).Select(corner => Em(FontTables.ReadInt16(font.Tables["head"], 36 + corner * 2), font));
        return $"<< /Type /FontDescriptor /FontName /{name} /Flags {Symbolic} /FontBBox [{string.Join(' ', box)}] /ItalicAngle 0 "
            + $"/Ascent {Em(font.Ascent, font)} /Descent {Em(-font.Descent, font)} /CapHeight {Em(font.Ascent, font)} /StemV 80 "
            + $"/FontFile2 {program} 0 R >>";
    }

    private static string Widths(FontSubset subset) =>
        string.Join(' ', subset.Glyphs.Select(glyph => Em(subset.Font.AdvanceOf(glyph.Glyph), subset.Font)));

    /// <summary>Font units as thousandths of the font's size.</summary>
    private static string Em(int value, FontFile font) => PdfText.Number(Units.Scale(value, 1_000_000, font.UnitsPerEm));

    private static string CharacterMapOf(FontSubset subset)
    {
        var map = new StringBuilder()
            .Append("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n")
            .Append("/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n")
            .Append("/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n")
            .Append("1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var block in Enumerable.Range(1, subset.Glyphs.Count - 1).Chunk(MappingsPerBlock))
        {
            map.Append($"{block.Length} beginbfchar\n");
            foreach (var number in block)
            {
                map.Append($"<{number:X4}> <{Utf16(subset.Glyphs[number].Codepoint)}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }

    private static string Utf16(int codepoint) =>
        Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(new Rune(codepoint).ToString()));
}
