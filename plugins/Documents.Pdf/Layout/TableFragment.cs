using BillingHeadless.Plugins.Documents.Pdf.Styles;
using BillingHeadless.Plugins.Documents.Pdf.Writing;

namespace BillingHeadless.Plugins.Documents.Pdf.Layout;

/// <summary>What every piece of a table has: its header, its edge, its background.</summary>
internal sealed record TableFrame(Style Style, int Width, IReadOnlyList<RowFragment> Header)
{
    public int HeaderHeight { get; } = Header.Sum(row => row.Height);
}

/// <summary>Rows below a header that is repeated on every page.</summary>
internal sealed class TableFragment : Fragment
{
    private readonly TableFrame frame;
    private readonly IReadOnlyList<Fragment> rows;

    public TableFragment(TableFrame frame, IReadOnlyList<Fragment> rows)
    {
        this.frame = frame;
        this.rows = rows;
        Height = frame.HeaderHeight + rows.Sum(row => row.Height);
    }

    public override void Draw(Canvas canvas, int left, int top)
    {
        if (frame.Style.Background is { } background)
        {
            canvas.Fill(background, left, top, frame.Width, Height);
        }

        var y = top;
        foreach (var row in frame.Header.Concat(rows))
        {
            row.Draw(canvas, left, y);
            y += row.Height;
        }

        Borders.DrawOnEdges(canvas, frame.Style.Border, left, top, frame.Width, Height);
    }

    public override Pieces Split(Room room)
    {
        if (frame.Style.KeepsTogether && Height <= room.Page)
        {
            return Pieces.None;
        }

        var rowsRoom = room.Without(frame.HeaderHeight);
        var top = 0;
        var crossing = 0;
        while (crossing < rows.Count && top + rows[crossing].Height <= rowsRoom.Left)
        {
            top += rows[crossing++].Height;
        }

        if (crossing == rows.Count)
        {
            return Pieces.None;
        }

        var pieces = rows[crossing].Split(rowsRoom.Below(top));
        var head = rows.Take(crossing).ToList();
        var tail = rows.Skip(crossing + 1).Prepend(pieces.Tail ?? rows[crossing]).ToList();
        if (pieces.Head is not null)
        {
            head.Add(pieces.Head);
        }

        return head.Count == 0
            ? Pieces.None
            : new Pieces(
                new TableFragment(frame, head) { MarginTop = MarginTop, Indent = Indent },
                new TableFragment(frame, tail) { MarginBottom = MarginBottom, Indent = Indent });
    }
}
