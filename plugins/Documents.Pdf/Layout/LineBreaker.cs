using BillingHeadless.Plugins.Documents.Pdf.Fonts;
using BillingHeadless.Plugins.Documents.Pdf.Styles;

namespace BillingHeadless.Plugins.Documents.Pdf.Layout;

/// <summary>Fills lines with words; a word that is wider than a line is broken inside.</summary>
internal sealed class LineBreaker
{
    private readonly ShapedText text;
    private readonly Style paragraphStyle;
    private readonly FontChain fonts;
    private readonly int room;
    private readonly List<Line> lines = [];
    private readonly List<LinePiece> pieces = [];
    private int lineWidth;

    private LineBreaker(ShapedText text, Style style, FontChain fonts, int room)
    {
        this.text = text;
        paragraphStyle = style;
        this.fonts = fonts;
        this.room = room;
    }

    public static List<Line> Break(ShapedText text, Style style, FontChain fonts, int room)
    {
        var breaker = new LineBreaker(text, style, fonts, room);
        foreach (var word in text.Words)
        {
            breaker.Add(word);
        }

        if (breaker.pieces.Count > 0)
        {
            breaker.EndLine(style, isLast: true);
        }

        return breaker.lines;
    }

    private void Add(Word word)
    {
        var piece = word.Picture is null ? new LinePiece(word.Start, word.End, word.Width, word.Space, null, 0) : Picture(word);
        if (pieces.Count > 0 && WidthWith(piece) > room)
        {
            EndLine(word.Style, isLast: false);
        }

        while (pieces.Count == 0 && piece.Width > room && piece.Picture is null && piece.End - piece.Start > 1)
        {
            piece = PlaceBeginning(piece, word.Style);
        }

        lineWidth = WidthWith(piece);
        pieces.Add(piece);
        if (word.EndsLine)
        {
            EndLine(word.Style, isLast: true);
        }
    }

    private int WidthWith(LinePiece piece) => pieces.Count == 0 ? piece.Width : lineWidth + pieces[^1].Space + piece.Width;

    private LinePiece Picture(Word word)
    {
        var (width, height) = PictureSize.Of(word.Picture!.Picture, word.Picture.Style, room);
        return new LinePiece(word.Start, word.End, width, word.Space, word.Picture, height);
    }

    /// <summary>Puts as many characters as fit on a line of their own, at least one; the answer is the rest.</summary>
    private LinePiece PlaceBeginning(LinePiece piece, Style style)
    {
        var end = piece.Start + 1;
        var width = text.Characters[piece.Start].Advance;
        while (end < piece.End - 1 && width + text.Characters[end].Advance <= room)
        {
            width += text.Characters[end++].Advance;
        }

        pieces.Add(new LinePiece(piece.Start, end, width, 0, null, 0));
        lineWidth = width;
        EndLine(style, isLast: false);
        return piece with { Start = end, Width = piece.Width - width };
    }

    private void EndLine(Style style, bool isLast)
    {
        var height = new LineHeight(fonts);
        height.Include(pieces.Count == 0 ? style : paragraphStyle);
        foreach (var piece in pieces)
        {
            Include(height, piece);
        }

        var free = Math.Max(0, room - lineWidth);
        var stretch = isLast || paragraphStyle.TextAlign != TextAlign.Justify ? 0 : free / Math.Max(1, CountSpaces());
        lines.Add(new Line(text.Characters, [.. pieces], Shift(free), stretch, height.Above + height.Below, height.Above));
        pieces.Clear();
        lineWidth = 0;
    }

    private void Include(LineHeight height, LinePiece piece)
    {
        if (piece.Picture is not null)
        {
            height.IncludePicture(piece.PictureHeight);
        }

        Style? previous = null;
        for (var i = piece.Start; i < piece.End; i++)
        {
            var style = text.Characters[i].Style;
            if (!ReferenceEquals(style, previous))
            {
                height.Include(style);
            }

            previous = style;
        }
    }

    private int CountSpaces() => pieces.SkipLast(1).Count(piece => piece.Space > 0);

    private int Shift(int free) => paragraphStyle.TextAlign switch
    {
        TextAlign.Center => free / 2,
        TextAlign.Right => free,
        _ => 0,
    };
}
