using BillingHeadless.Plugins.Documents.Pdf.Styles;
using BillingHeadless.Plugins.Documents.Pdf.Writing;

namespace BillingHeadless.Plugins.Documents.Pdf.Layout;

/// <summary>A cell as it stands in its row. Borders are shared with the neighbours: half of each lies in the cell.</summary>
internal sealed record CellFragment(Style Style, int Left, int Width, Fragment Content)
{
    public IReadOnlyList<PlacedFragment> Placed { get; init; } = [];

    public Sides<int> Insets { get; } = InsetsOf(Style);

    public int Height => Content.Height + Insets.Top + Insets.Bottom;

    public static Sides<int> InsetsOf(Style style) => new(
        style.Border.Top.Width / 2 + style.Padding.Top,
        style.Border.Right.Width / 2 + style.Padding.Right,
        style.Border.Bottom.Width / 2 + style.Padding.Bottom,
        style.Border.Left.Width / 2 + style.Padding.Left);

    /// <summary>Where the content begins in a row of that height.</summary>
    public int ContentTop(int rowHeight) => Insets.Top + Style.VerticalAlign switch
    {
        VerticalAlign.Middle => (rowHeight - Height) / 2,
        VerticalAlign.Bottom => rowHeight - Height,
        _ => 0,
    };
}

/// <summary>Cells beside each other.</summary>
internal sealed class RowFragment : Fragment
{
    private readonly IReadOnlyList<CellFragment> cells;
    private readonly Colour? rowBackground;

    public RowFragment(IReadOnlyList<CellFragment> cells, Colour? background, int height = 0)
    {
        this.cells = cells;
        rowBackground = background;
        Height = cells.Select(cell => Math.Max(cell.Height, cell.Style.Height?.Value ?? 0)).Append(height).Max();
    }

    public override void Draw(Canvas canvas, int left, int top)
    {
        foreach (var cell in cells)
        {
            if ((cell.Style.Background ?? rowBackground) is { } background)
            {
                canvas.Fill(background, left + cell.Left, top, cell.Width, Height);
            }
        }

        foreach (var cell in cells)
        {
            DrawContent(canvas, cell, left + cell.Left, top);
        }

        foreach (var cell in cells)
        {
            Borders.DrawOnEdges(canvas, cell.Style.Border, left + cell.Left, top, cell.Width, Height);
        }
    }

    /// <summary>A row that fits on a page stays whole; a higher one is broken in each of its cells.</summary>
    public override Pieces Split(Room room)
    {
        if (Height <= room.Page || cells.Any(cell => cell.Placed.Count > 0))
        {
            return Pieces.None;
        }

        var pieces = cells.Select(cell => SplitCell(cell, room.Without(cell.Insets.Top + cell.Insets.Bottom))).ToList();
        if (pieces.All(piece => piece.Head is null) || !room.IsWholePage && pieces.Any(piece => piece.Head is null))
        {
            return Pieces.None;
        }

        var upper = cells.Select((cell, i) => cell with { Content = pieces[i].Head ?? new StackFragment([]) }).ToList();
        var lower = cells.Select((cell, i) => cell with { Content = pieces[i].Tail ?? new StackFragment([]) }).ToList();
        return new Pieces(new RowFragment(upper, rowBackground, room.Left), new RowFragment(lower, rowBackground));
    }

    private static Pieces SplitCell(CellFragment cell, Room room)
    {
        if (cell.Content.Height <= room.Left)
        {
            return new Pieces(cell.Content, null);
        }

        var pieces = cell.Content.Split(room);
        return pieces.Head is null ? new Pieces(null, cell.Content) : pieces;
    }

    private void DrawContent(Canvas canvas, CellFragment cell, int left, int top)
    {
        var contentTop = top + cell.ContentTop(Height);
        cell.Content.Draw(canvas, left + cell.Insets.Left + cell.Content.Indent, contentTop);
        foreach (var placed in cell.Placed)
        {
            canvas.DrawAbove(() => placed.Fragment.Draw(canvas, left + placed.Left, top + placed.Top));
        }
    }
}
