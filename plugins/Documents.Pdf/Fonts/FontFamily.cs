namespace BillingHeadless.Plugins.Documents.Pdf.Fonts;

/// <summary>A font as it is drawn: a file, thickened or slanted where the family has no such file.</summary>
internal sealed record Face(FontFile File, bool Thickened, bool Slanted)
{
    public int Advance(int glyph, int fontSize) => Units.Scale(fontSize, File.AdvanceOf(glyph), File.UnitsPerEm);

    public int Ascent(int fontSize) => Units.Scale(fontSize, File.Ascent, File.UnitsPerEm);

    public int Descent(int fontSize) => Units.Scale(fontSize, File.Descent, File.UnitsPerEm);

    public int LineGap(int fontSize) => Units.Scale(fontSize, File.LineGap, File.UnitsPerEm);
}

/// <summary>Regular, bold, italic and both; what is not installed is made from what is.</summary>
internal sealed class FontFamily
{
    private readonly Face[] faces;

    public FontFamily(FontFile regular, FontFile? bold, FontFile? italic, FontFile? boldItalic) => faces =
    [
        new Face(regular, Thickened: false, Slanted: false),
        bold is null ? new Face(regular, Thickened: true, Slanted: false) : new Face(bold, Thickened: false, Slanted: false),
        italic is null ? new Face(regular, Thickened: false, Slanted: true) : new Face(italic, Thickened: false, Slanted: false),
        (bold, italic, boldItalic) switch
        {
            (_, _, { } both) => new Face(both, Thickened: false, Slanted: false),
            ({ } onlyBold, _, null) => new Face(onlyBold, Thickened: false, Slanted: true),
            (null, { } onlyItalic, null) => new Face(onlyItalic, Thickened: true, Slanted: false),
            _ => new Face(regular, Thickened: true, Slanted: true),
        },
    ];

    public Face Face(bool bold, bool italic) => faces[(bold ? 1 : 0) + (italic ? 2 : 0)];
}

/// <summary>The main family and, for characters that it lacks, the others in order.</summary>
internal sealed class FontChain(IReadOnlyList<FontFamily> families)
{
    /// <summary>The face that draws the character and its glyph; the main family's box where no family has it.</summary>
    public (Face Face, ushort Glyph) Find(int codepoint, bool bold, bool italic)
    {
        var main = families[0].Face(bold, italic);
        var glyph = main.File.GlyphOf(codepoint);
        for (var i = 1; glyph == 0 && i < families.Count; i++)
        {
            var face = families[i].Face(bold, italic);
            if (face.File.GlyphOf(codepoint) is not 0 and var found)
            {
                return (face, found);
            }
        }

        return (main, glyph);
    }

    public Face Main(bool bold, bool italic) => families[0].Face(bold, italic);
}
