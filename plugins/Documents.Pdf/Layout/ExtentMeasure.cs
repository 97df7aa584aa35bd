using BillingHeadless.Plugins.Documents.Pdf.Html;
using BillingHeadless.Plugins.Documents.Pdf.Styles;

namespace BillingHeadless.Plugins.Documents.Pdf.Layout;

/// <summary>Measures how narrow and how wide blocks want to be; each table is measured once.</summary>
internal sealed class ExtentMeasure(Func<Paragraph, ShapedText> shape)
{
    private readonly Dictionary<Table, IReadOnlyList<ColumnWish>> tables = [];

    public Extent Of(Block block) => block switch
    {
        Paragraph paragraph => shape(paragraph).Measure(),
        Container container => OfContainer(container),
        Table table => OfTable(table),
        PictureBlock picture => PictureSize.ExtentOf(picture.Picture, picture.Style),
        _ => default,
    };

    /// <summary>The wishes of a table's columns.</summary>
    public IReadOnlyList<ColumnWish> ColumnsOf(Table table)
    {
        if (!tables.TryGetValue(table, out var columns))
        {
            tables.Add(table, columns = MeasureColumns(table));
        }

        return columns;
    }

    private Extent OfContainer(Container container)
    {
        var style = container.Style;
        var insets = new BoxFrame(style, 0).Insets;
        var around = insets.Left + insets.Right + style.Margin.Left + style.Margin.Right;
        return style.Width is { IsPercent: false } width
            ? new Extent(width.Value, width.Value).Wider(around)
            : OfAll(container.Children).Wider(around);
    }

    private Extent OfAll(IEnumerable<Block> blocks) => blocks.Aggregate(default(Extent), (extent, block) => extent.Or(Of(block)));

    private Extent OfTable(Table table)
    {
        var around = table.Style.Margin.Left + table.Style.Margin.Right;
        var columns = ColumnsOf(table);
        var extent = new Extent(columns.Sum(column => column.Extent.Narrowest), columns.Sum(column => column.Widest));
        return (table.Style.Width is { IsPercent: false } width ? extent.Or(new Extent(width.Value, width.Value)) : extent).Wider(around);
    }

    private ColumnWish[] MeasureColumns(Table table)
    {
        var rows = table.Header.Concat(table.Body).ToList();
        var columns = new ColumnWish[rows.Select(row => row.Cells.Sum(cell => cell.Columns)).DefaultIfEmpty().Max()];
        foreach (var span in rows.SelectMany(CellsByColumn).OrderBy(cell => cell.Cell.Columns))
        {
            Widen(columns.AsSpan(span.Column, span.Cell.Columns), span.Cell);
        }

        return columns;
    }

    private static IEnumerable<(int Column, TableCell Cell)> CellsByColumn(TableRow row)
    {
        var column = 0;
        foreach (var cell in row.Cells)
        {
            yield return (column, cell);
            column += cell.Columns;
        }
    }

    /// <summary>A cell over several columns asks each for an equal part of what they lack together.</summary>
    private void Widen(Span<ColumnWish> columns, TableCell cell)
    {
        var insets = CellFragment.InsetsOf(cell.Content.Style);
        var around = insets.Left + insets.Right;
        var lacking = OfAll(cell.Content.Children).Wider(around);
        foreach (var column in columns)
        {
            lacking = lacking.Beyond(column.Extent);
        }

        foreach (ref var column in columns)
        {
            column = column.With(lacking.Share(columns.Length)).With(cell.Content.Style.Width, columns.Length, around);
        }
    }
}
