using BillingHeadless.Plugins.Documents.Pdf.Html;
using BillingHeadless.Plugins.Documents.Pdf.Styles;
using BillingHeadless.Plugins.Documents.Pdf.Writing;

namespace BillingHeadless.Plugins.Documents.Pdf.Layout;

/// <summary>A word, a part of one, or an image, as it stands on a line.</summary>
internal readonly record struct LinePiece(int Start, int End, int Width, int Space, InlinePicture? Picture, int PictureHeight);

/// <summary>One line of text.</summary>
/// <param name="Shift">From the left edge to the first character.</param>
/// <param name="Stretch">Added to each space of a justified line.</param>
/// <param name="Baseline">From the top of the line.</param>
internal sealed record Line(
    IReadOnlyList<Character> Characters,
    IReadOnlyList<LinePiece> Pieces,
    int Shift,
    int Stretch,
    int Height,
    int Baseline)
{
    public void Draw(Canvas canvas, int left, int top)
    {
        var x = left + Shift;
        for (var i = 0; i < Pieces.Count; i++)
        {
            var piece = Pieces[i];
            if (piece.Picture is { } image)
            {
                canvas.Image(image.Picture, x, top + Baseline - piece.PictureHeight, piece.Width, piece.PictureHeight);
            }

            var last = Stretch == 0 ? LastOfRun(i) : i;
            var end = Pieces[last].End + (last < Pieces.Count - 1 && Pieces[last].Space > 0 ? 1 : 0);
            var width = DrawCharacters(canvas, piece.Start, end, piece.Picture is null ? x : x + piece.Width, top + Baseline);
            x += width + (piece.Picture is null ? 0 : piece.Width) + (piece.Space > 0 ? Stretch : 0);
            i = last;
        }
    }

    /// <summary>Neighbouring words are drawn in one go.</summary>
    private int LastOfRun(int first)
    {
        var last = first;
        while (last + 1 < Pieces.Count && Pieces[last + 1].Picture is null)
        {
            last++;
        }

        return last;
    }

    private int DrawCharacters(Canvas canvas, int start, int end, int left, int baseline)
    {
        var x = left;
        for (var at = start; at < end;)
        {
            var first = Characters[at];
            var stop = at + 1;
            while (stop < end && LooksAlike(first, Characters[stop]))
            {
                stop++;
            }

            x += DrawRun(canvas, at, stop, x, baseline);
            at = stop;
        }

        return x - left;
    }

    private static bool LooksAlike(Character first, Character second) =>
        ReferenceEquals(first.Face, second.Face)
        && first.Style.FontSize == second.Style.FontSize
        && first.Style.Colour == second.Style.Colour;

    private int DrawRun(Canvas canvas, int start, int end, int left, int baseline)
    {
        var glyphs = new Fonts.SubsetGlyph[end - start];
        var width = 0;
        for (var i = start; i < end; i++)
        {
            glyphs[i - start] = Characters[i].Glyph;
            width += Characters[i].Advance;
        }

        canvas.Text(Characters[start].Face, Characters[start].Style.FontSize, Characters[start].Style.Colour, left, baseline, glyphs);
        return width;
    }
}
