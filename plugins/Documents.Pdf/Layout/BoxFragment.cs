using BillingHeadless.Plugins.Documents.Pdf.Styles;
using BillingHeadless.Plugins.Documents.Pdf.Writing;

namespace BillingHeadless.Plugins.Documents.Pdf.Layout;

/// <summary>Something at its own place above a box, counted from the box's inner corner.</summary>
internal readonly record struct PlacedFragment(Fragment Fragment, int Left, int Top);

/// <summary>What surrounds the content of a box, and what stands in it beside the content.</summary>
internal sealed record BoxFrame(Style Style, int Width)
{
    /// <summary>The bullet or number of an item, left of its first line.</summary>
    public Fragment? Marker { get; init; }

    public IReadOnlyList<PlacedFragment> Placed { get; init; } = [];

    public Sides<int> Insets { get; } = new(
        Style.Border.Top.Width + Style.Padding.Top,
        Style.Border.Right.Width + Style.Padding.Right,
        Style.Border.Bottom.Width + Style.Padding.Bottom,
        Style.Border.Left.Width + Style.Padding.Left);

    /// <summary>The frame above a page break.</summary>
    public BoxFrame Upper() => this with
    {
        Style = Style with
        {
            Height = null,
            Padding = Style.Padding with { Bottom = 0 },
            Border = Style.Border with { Bottom = BorderLine.None },
        },
    };

    /// <summary>The frame below a page break.</summary>
    public BoxFrame Lower() => this with
    {
        Marker = null,
        Placed = [],
        Style = Style with
        {
            Height = null,
            Padding = Style.Padding with { Top = 0 },
            Border = Style.Border with { Top = BorderLine.None },
        },
    };
}

/// <summary>Content with padding, borders and a background.</summary>
internal sealed class BoxFragment : Fragment
{
    private readonly Fragment content;
    private readonly BoxFrame frame;

    public BoxFragment(Fragment content, BoxFrame frame)
    {
        this.content = content;
        this.frame = frame;
        var wanted = frame.Style.Height?.Value ?? 0;
        Height = Math.Max(content.Height, wanted) + frame.Insets.Top + frame.Insets.Bottom;
    }

    public override void Draw(Canvas canvas, int left, int top)
    {
        if (frame.Style.Background is { } background)
        {
            canvas.Fill(background, left, top, frame.Width, Height);
        }

        frame.Marker?.Draw(canvas, left + frame.Insets.Left + frame.Marker.Indent, top + frame.Insets.Top);
        content.Draw(canvas, left + frame.Insets.Left + content.Indent, top + frame.Insets.Top);
        Borders.DrawInside(canvas, frame.Style.Border, left, top, frame.Width, Height);
        var corner = (Left: left + frame.Style.Border.Left.Width, Top: top + frame.Style.Border.Top.Width);
        foreach (var placed in frame.Placed)
        {
            canvas.DrawAbove(() => placed.Fragment.Draw(canvas, corner.Left + placed.Left, corner.Top + placed.Top));
        }
    }

    public override Pieces Split(Room room)
    {
        var staysWhole = frame.Style.KeepsTogether || frame.Placed.Count > 0;
        if (staysWhole && Height <= room.Page)
        {
            return Pieces.None;
        }

        var pieces = SplitContent(room.Without(frame.Insets.Top));
        if (pieces.Head is null)
        {
            return Pieces.None;
        }

        var upper = new BoxFragment(pieces.Head, frame.Upper()) { MarginTop = MarginTop, Indent = Indent };
        return new Pieces(
            upper,
            pieces.Tail is null ? null : new BoxFragment(pieces.Tail, frame.Lower()) { MarginBottom = MarginBottom, Indent = Indent });
    }

    /// <summary>Content that fits may still stand in a box that does not: then only its lower edge is left off.</summary>
    private Pieces SplitContent(Room room) =>
        content.Height <= room.Left ? new Pieces(content, null) : content.Split(room);
}
