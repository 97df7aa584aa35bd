using BillingHeadless.Plugins.Documents.Pdf.Html;
using BillingHeadless.Plugins.Documents.Pdf.Styles;

namespace BillingHeadless.Plugins.Documents.Pdf.Layout;

/// <summary>Lays out tables.</summary>
internal sealed class TableLayout(DocumentLayout layout)
{
    /// <summary>A header is repeated while it leaves most of a page to the rows.</summary>
    private const int PageToHeader = 3;

    private const int LeastWidth = 4 * Units.Point;

    public Fragment Lay(Table table, int room)
    {
        var style = table.Style;
        room -= style.Margin.Left + style.Margin.Right;
        var columns = layout.Extents.ColumnsOf(table);
        var widths = columns.Count == 0 ? [] : ColumnWidths.Share(columns, style.Width?.Of(room) ?? room, style.Width is not null);
        var header = table.Header.Select(row => LayRow(row, widths)).ToList();
        var body = table.Body.Select(row => LayRow(row, widths));
        if (header.Sum(row => row.Height) > Page.ContentHeight / PageToHeader)
        {
            body = header.Concat(body);
            header = [];
        }

        return new TableFragment(new TableFrame(style, widths.Sum(), header), [.. body])
        {
            MarginTop = style.Margin.Top,
            MarginBottom = style.Margin.Bottom,
            Indent = style.Margin.Left,
        };
    }

    private RowFragment LayRow(TableRow row, int[] widths)
    {
        var cells = new List<CellFragment>();
        var column = 0;
        var left = 0;
        foreach (var cell in row.Cells)
        {
            var width = widths.AsSpan(column, cell.Columns).ToArray().Sum();
            cells.Add(LayCell(cell, left, width));
            column += cell.Columns;
            left += width;
        }

        return new RowFragment(cells, row.Style.Background);
    }

    private CellFragment LayCell(TableCell cell, int left, int width)
    {
        var style = cell.Content.Style;
        var insets = CellFragment.InsetsOf(style);
        var content = layout.LayChildren(cell.Content, Math.Max(LeastWidth, width - insets.Left - insets.Right));
        return new CellFragment(style, left, width, content) { Placed = layout.LayPlaced(cell.Content, width) };
    }
}
