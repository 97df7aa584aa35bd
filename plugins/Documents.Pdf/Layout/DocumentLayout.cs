using BillingHeadless.Plugins.Documents.Pdf.Fonts;
using BillingHeadless.Plugins.Documents.Pdf.Html;
using BillingHeadless.Plugins.Documents.Pdf.Styles;

namespace BillingHeadless.Plugins.Documents.Pdf.Layout;

/// <summary>Lays out the blocks of one document, each in the width that it is given.</summary>
internal sealed class DocumentLayout
{
    /// <summary>The least width of a content, so that hostile paddings leave room for a letter.</summary>
    private const int LeastWidth = 6 * Units.Point;

    private readonly FontChain fonts;
    private readonly Dictionary<Paragraph, ShapedText> shapedTexts = [];
    private readonly TableLayout tables;
    private readonly CancellationToken cancel;

    public DocumentLayout(FontChain fonts, CancellationToken cancel)
    {
        this.fonts = fonts;
        this.cancel = cancel;
        Extents = new ExtentMeasure(Shape);
        tables = new TableLayout(this);
    }

    public ExtentMeasure Extents { get; }

    public Fragment Lay(Block block, int room)
    {
        cancel.ThrowIfCancellationRequested();
        return block switch
        {
            Paragraph paragraph => new LinesFragment(LineBreaker.Break(Shape(paragraph), paragraph.Style, fonts, room)),
            Container container => LayContainer(container, room),
            Table table => tables.Lay(table, room),
            PictureBlock picture => LayPicture(picture, room),
            Rule rule => LayRule(rule, room),
            _ => throw new InvalidOperationException($"No layout for {block.GetType().Name}."),
        };
    }

    /// <summary>The content of a box or a cell.</summary>
    public StackFragment LayChildren(Container container, int width) =>
        new(container.Children.Select(child => Lay(child, width)));

    /// <summary>What stands at its own place in a box.</summary>
    public List<PlacedFragment> LayPlaced(Container container, int room) => container.Placed.ConvertAll(block =>
        new PlacedFragment(Lay(block, PlacedRoom(block, room)), block.Style.Left.Of(room), block.Style.Top.Value));

    private ShapedText Shape(Paragraph paragraph)
    {
        if (!shapedTexts.TryGetValue(paragraph, out var shaped))
        {
            shapedTexts.Add(paragraph, shaped = TextShaper.Shape(paragraph.Content, fonts));
        }

        return shaped;
    }

    private Fragment LayContainer(Container container, int room)
    {
        var style = container.Style;
        var insets = new BoxFrame(style, 0).Insets;
        var width = style.Width?.Of(room) ?? room - style.Margin.Left - style.Margin.Right - insets.Left - insets.Right;
        width = Math.Max(LeastWidth, width);
        var content = LayChildren(container, width);
        var frame = new BoxFrame(style, width + insets.Left + insets.Right)
        {
            Marker = container.Marker is { } marker ? LayMarker(marker, style) : null,
            Placed = LayPlaced(container, width + style.Padding.Left + style.Padding.Right),
        };
        var (topIsOpen, bottomIsOpen) = (insets.Top == 0, insets.Bottom == 0 && style.Height is null);
        return new BoxFragment(content, frame)
        {
            MarginTop = Math.Max(style.Margin.Top, topIsOpen ? content.FirstMargin : 0),
            MarginBottom = Math.Max(style.Margin.Bottom, bottomIsOpen ? content.LastMargin : 0),
            Indent = style.Margin.Left,
            StaysWithNext = container.StaysWithNext,
        };
    }

    private int PlacedRoom(Block block, int room)
    {
        var left = block.Style.Left.Of(room);
        var wanted = block.Style.Width?.Of(room) ?? Extents.Of(block).Widest;
        return Math.Clamp(wanted, LeastWidth, Math.Max(LeastWidth, room - Math.Min(0, left)));
    }

    private LinesFragment LayMarker(string marker, Style style)
    {
        var text = TextShaper.Shape([new TextRun(marker, style.ForChild())], fonts);
        var lines = LineBreaker.Break(text, style.ForChild() with { TextAlign = TextAlign.Left }, fonts, int.MaxValue);
        return new LinesFragment(lines) { Indent = -text.Measure().Widest - style.FontSize / 2 };
    }

    private static PictureFragment LayPicture(PictureBlock block, int room)
    {
        var (width, height) = PictureSize.Of(block.Picture, block.Style, room);
        return new PictureFragment(block.Picture, width, height);
    }

    private static RuleFragment LayRule(Rule rule, int room)
    {
        var style = rule.Style;
        var width = style.Width?.Of(room) ?? room - style.Margin.Left - style.Margin.Right;
        return new RuleFragment(style.Border.Top, width)
        {
            MarginTop = style.Margin.Top,
            MarginBottom = style.Margin.Bottom,
            Indent = style.Margin.Left,
        };
    }
}
