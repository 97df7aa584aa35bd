using System.Text;
using BillingHeadless.Plugins.Documents.Pdf.Fonts;
using BillingHeadless.Plugins.Documents.Pdf.Images;
using BillingHeadless.Plugins.Documents.Pdf.Styles;

namespace BillingHeadless.Plugins.Documents.Pdf.Writing;

/// <summary>Draws on one page. Lengths are thousandths of a point, from the page's upper left corner.</summary>
internal sealed class Canvas(DrawnResources resources)
{
    /// <summary>Tangent of the slant of an italic that is made from an upright face: 12 degrees.</summary>
    private const string Slant = "0.2126";

    /// <summary>Width of the stroke that thickens a face, as a part of its size.</summary>
    private const int StrokesPerSize = 28;

    private readonly StringBuilder below = new();
    private readonly StringBuilder above = new();
    private bool drawsAbove;

    /// <summary>What is drawn in the action covers the whole page's normal content.</summary>
    public void DrawAbove(Action draw)
    {
        var outer = drawsAbove;
        drawsAbove = true;
        draw();
        drawsAbove = outer;
    }

    public void Fill(Colour colour, int left, int top, int width, int height)
    {
        if (width <= 0 || height <= 0)
        {
            return;
        }

        AppendColour(colour, "rg");
        Content.Append($"{PdfText.Number(left)} {PdfText.Number(Page.Height - top - height)} ")
            .Append($"{PdfText.Number(width)} {PdfText.Number(height)} re f\n");
    }

    public void Image(Picture picture, int left, int top, int width, int height) =>
        Content.Append($"q {PdfText.Number(width)} 0 0 {PdfText.Number(height)} {PdfText.Number(left)} ")
            .Append($"{PdfText.Number(Page.Height - top - height)} cm /{resources.NameOf(picture)} Do Q\n");

    /// <summary>Draws glyphs of one face, one after the other, from the left on the baseline.</summary>
    public void Text(Face face, int size, Colour colour, int left, int baseline, ReadOnlySpan<SubsetGlyph> glyphs)
    {
        AppendColour(colour, "rg");
        if (face.Thickened)
        {
            AppendColour(colour, "RG");
        }

        var (name, subset) = resources.FontOf(face.File);
        Content.Append($"BT /{name} {PdfText.Number(size)} Tf ");
        if (face.Thickened)
        {
            Content.Append($"2 Tr {PdfText.Number(size / StrokesPerSize)} w ");
        }

        Content.Append($"1 0 {(face.Slanted ? Slant : "0")} 1 {PdfText.Number(left)} {PdfText.Number(Page.Height - baseline)} Tm <");
        foreach (var glyph in glyphs)
        {
            Content.Append(subset.NumberOf(glyph.Glyph, glyph.Codepoint).ToString("X4"));
        }

        Content.Append(face.Thickened ? "> Tj 0 Tr ET\n" : "> Tj ET\n");
    }

    public byte[] Finish() => Encoding.ASCII.GetBytes(below.Append(above).ToString());

    private StringBuilder Content => drawsAbove ? above : below;

    private void AppendColour(Colour colour, string operation) =>
        Content.Append($"{Part(colour.Red)} {Part(colour.Green)} {Part(colour.Blue)} {operation}\n");

    private static string Part(byte value) => PdfText.Number((value * 1_000 + 127) / 255);
}
