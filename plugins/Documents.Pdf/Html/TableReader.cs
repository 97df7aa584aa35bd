using System.Globalization;
using AngleSharp.Dom;
using BillingHeadless.Plugins.Documents.Pdf.Styles;

namespace BillingHeadless.Plugins.Documents.Pdf.Html;

/// <summary>Reads tables: at most one head, and any number of bodies.</summary>
internal sealed class TableReader(ElementReader elements, StyleReader styles, SourcePlaces places)
{
    private int cellCount;

    public Table Read(IElement element, Style style)
    {
        var header = new List<TableRow>();
        var body = new List<TableRow>();
        foreach (var section in element.Children)
        {
            if (section.LocalName is "thead" or "tbody")
            {
                ReadSection(section, style, section.LocalName == "tbody" ? body : header);
            }
            else
            {
                places.Report(section, $"A <{section.LocalName}> cannot stand in a <table>; <thead>, <tbody> and <tr> can.");
            }
        }

        return new Table(style, header, body);
    }

    private void ReadSection(IElement section, Style table, List<TableRow> rows)
    {
        if (section.LocalName == "thead" && rows.Count > 0)
        {
            places.Report(section, "A table has one <thead>.");
        }

        places.CheckAttributes(section);
        var style = styles.Read(section, table);
        foreach (var row in section.Children)
        {
            places.CheckAttributes(row);
            rows.Add(ReadRow(row, styles.Read(row, style)));
        }
    }

    private TableRow ReadRow(IElement row, Style style)
    {
        var cells = new List<TableCell>();
        foreach (var cell in row.Children)
        {
            cells.Add(ReadCell(cell, style));
        }

        cellCount += cells.Count;
        if (cellCount > Limits.TableCells)
        {
            places.Report(row, $"A document may have at most {Limits.TableCells} table cells.");
        }

        if (cells.Sum(cell => cell.Columns) > Limits.TableColumns)
        {
            places.Report(row, $"A table may have at most {Limits.TableColumns} columns.");
        }

        return new TableRow(style, cells);
    }

    private TableCell ReadCell(IElement cell, Style row)
    {
        places.CheckAttributes(cell);
        var content = elements.ReadContainer(cell, new Container(styles.Read(cell, row)));
        return new TableCell(content, ReadColumns(cell));
    }

    private int ReadColumns(IElement cell)
    {
        var text = cell.GetAttribute("colspan");
        if (text is null)
        {
            return 1;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var columns)
            && columns is >= 1 and <= Limits.TableColumns)
        {
            return columns;
        }

        places.ReportInTag(cell, "colspan", $"'colspan' is a number from 1 to {Limits.TableColumns}.");
        return 1;
    }
}
