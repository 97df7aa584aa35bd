using BillingHeadless.Plugins.Documents.Pdf.Images;
using BillingHeadless.Plugins.Documents.Pdf.Styles;

namespace BillingHeadless.Plugins.Documents.Pdf.Html;

/// <summary>A part of the document that stands below what comes before it.</summary>
internal abstract class Block(Style style)
{
    public Style Style { get; } = style;
}

/// <summary>A box of blocks: a division, a paragraph, a list, an item, a cell.</summary>
internal sealed class Container(Style style) : Block(style)
{
    public List<Block> Children { get; } = [];

    /// <summary>What stands at its own place in this box, above all else.</summary>
    public List<Block> Placed { get; } = [];

    /// <summary>The bullet or number of a list item.</summary>
    public string? Marker { get; init; }

    /// <summary>A heading is never the last thing on a page.</summary>
    public bool StaysWithNext { get; init; }
}

/// <summary>Running text, broken into lines.</summary>
internal sealed class Paragraph(Style style, IReadOnlyList<Inline> content) : Block(style)
{
    public IReadOnlyList<Inline> Content { get; } = content;
}

/// <summary>An image that stands alone.</summary>
internal sealed class PictureBlock(Style style, Picture picture) : Block(style)
{
    public Picture Picture { get; } = picture;
}

/// <summary>A line across.</summary>
internal sealed class Rule(Style style) : Block(style);

internal sealed class Table(Style style, IReadOnlyList<TableRow> header, IReadOnlyList<TableRow> body) : Block(style)
{
    /// <summary>Repeated on every page that the table reaches.</summary>
    public IReadOnlyList<TableRow> Header { get; } = header;

    public IReadOnlyList<TableRow> Body { get; } = body;
}

internal sealed record TableRow(Style Style, IReadOnlyList<TableCell> Cells);

internal sealed record TableCell(Container Content, int Columns);

/// <summary>A part of running text.</summary>
internal abstract record Inline(Style Style);

internal sealed record TextRun(string Text, Style Style) : Inline(Style);

internal sealed record LineBreak(Style Style) : Inline(Style);

internal sealed record InlinePicture(Picture Picture, Style Style) : Inline(Style);
