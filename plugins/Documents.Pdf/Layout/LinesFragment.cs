using BillingHeadless.Plugins.Documents.Pdf.Writing;

namespace BillingHeadless.Plugins.Documents.Pdf.Layout;

/// <summary>The lines of a paragraph. Short ones stay whole, and no line stands alone on a page.</summary>
internal sealed class LinesFragment : Fragment
{
    private const int FewestTogether = 2;
    private const int ShortParagraph = 3;

    private readonly IReadOnlyList<Line> lines;

    public LinesFragment(IReadOnlyList<Line> lines)
    {
        this.lines = lines;
        Height = lines.Sum(line => line.Height);
    }

    /// <summary>From the top to the first baseline.</summary>
    public int FirstBaseline => lines.Count == 0 ? 0 : lines[0].Baseline;

    public override void Draw(Canvas canvas, int left, int top)
    {
        foreach (var line in lines)
        {
            line.Draw(canvas, left, top);
            top += line.Height;
        }
    }

    public override Pieces Split(Room room)
    {
        var fitting = CountFitting(room.Left);
        if (lines.Count - fitting < FewestTogether && fitting > FewestTogether)
        {
            fitting--;
        }

        if (fitting == 0 || !room.IsWholePage && (fitting < FewestTogether || lines.Count <= ShortParagraph))
        {
            return Pieces.None;
        }

        return new Pieces(
            new LinesFragment([.. lines.Take(fitting)]) { MarginTop = MarginTop, Indent = Indent },
            new LinesFragment([.. lines.Skip(fitting)]) { MarginBottom = MarginBottom, Indent = Indent });
    }

    private int CountFitting(int room)
    {
        var fitting = 0;
        for (; fitting < lines.Count && room >= lines[fitting].Height; fitting++)
        {
            room -= lines[fitting].Height;
        }

        return fitting;
    }
}
