using BillingHeadless.Plugins.Documents.Pdf.Writing;

namespace BillingHeadless.Plugins.Documents.Pdf.Layout;

/// <summary>Fragments below each other.</summary>
internal sealed class StackFragment : Fragment
{
    private readonly List<(Fragment Fragment, int Top)> parts = [];

    public StackFragment(IEnumerable<Fragment> fragments)
    {
        var bottom = 0;
        var margin = 0;
        foreach (var fragment in fragments)
        {
            var top = parts.Count == 0 ? 0 : bottom + Math.Max(margin, fragment.MarginTop);
            parts.Add((fragment, top));
            bottom = checked(top + fragment.Height);
            margin = fragment.MarginBottom;
        }

        Height = bottom;
    }

    public bool IsEmpty => parts.Count == 0;

    /// <summary>The margins that stick out of the stack.</summary>
    public int FirstMargin => IsEmpty ? 0 : parts[0].Fragment.MarginTop;

    public int LastMargin => IsEmpty ? 0 : parts[^1].Fragment.MarginBottom;

    public override void Draw(Canvas canvas, int left, int top)
    {
        foreach (var (fragment, offset) in parts)
        {
            fragment.Draw(canvas, left + fragment.Indent, top + offset);
        }
    }

    public override Pieces Split(Room room)
    {
        var crossing = parts.FindIndex(part => part.Top + part.Fragment.Height > room.Left);
        if (crossing < 0)
        {
            return Pieces.None;
        }

        var (fragment, top) = parts[crossing];
        var pieces = fragment.Split(room.Below(top));
        var before = parts.Take(pieces.Head is null ? StepBack(crossing, room) : crossing).Select(part => part.Fragment).ToList();
        if (pieces.Head is null)
        {
            return before.Count == 0 ? Pieces.None : Cut(before, parts.Skip(before.Count).Select(part => part.Fragment));
        }

        var after = parts.Skip(crossing + 1).Select(part => part.Fragment);
        return Cut([.. before, pieces.Head], pieces.Tail is null ? after : after.Prepend(pieces.Tail));
    }

    /// <summary>A heading goes with what follows it, unless nothing would be left on a whole page.</summary>
    private int StepBack(int crossing, Room room)
    {
        var keep = crossing;
        while (keep > 0 && parts[keep - 1].Fragment.StaysWithNext)
        {
            keep--;
        }

        return keep == 0 && room.IsWholePage ? crossing : keep;
    }

    private static Pieces Cut(IEnumerable<Fragment> head, IEnumerable<Fragment> tail) =>
        new(new StackFragment(head), new StackFragment(tail));
}
