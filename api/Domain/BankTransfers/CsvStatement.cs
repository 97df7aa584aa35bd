using System.Text;

namespace BillingHeadless.Domain.BankTransfers;

/// <summary>A table whose header names the columns <c>amount</c>, <c>currency</c>, <c>text</c> and perhaps <c>id</c> and <c>date</c>; commas or semicolons between them.</summary>
internal static class CsvStatement
{
    public static IReadOnlyList<StatementLine>? Read(string text)
    {
        var lines = text.TrimStart('\ufeff').ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0)
        {
            return null;
        }

        var separator = lines[0].Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var columns = Columns.Of(Cells(lines[0], separator));
        return columns is null ? null : Entries(lines.Skip(1).Select(line => Cells(line, separator)), columns);
    }

    private static List<StatementLine>? Entries(IEnumerable<List<string>> rows, Columns columns)
    {
        var entries = new List<StatementLine>();
        foreach (var cells in rows)
        {
            if (cells.Count != columns.Count)
            {
                return null;
            }

            // Money that left the account is none of ours.
            if (cells[columns.Amount].TrimStart().StartsWith('-'))
            {
                continue;
            }

            if (Statement.Amount(cells[columns.Amount], cells[columns.Currency].Trim()) is not { } money)
            {
                return null;
            }

            entries.Add(new StatementLine(
                Statement.BankId(Cell(cells, columns.Id)), Statement.Date(Cell(cells, columns.Date), "yyyy-MM-dd"), money, cells[columns.Text]));
        }

        return entries;
    }

    private static string? Cell(List<string> cells, int column) => column < 0 ? null : cells[column];

    // Quotes hide separators; two of them are one.
    private static List<string> Cells(string line, char separator)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var index = 0; index < line.Length; index++)
        {
            if (line[index] == '"')
            {
                if (isQuoted && index + 1 < line.Length && line[index + 1] == '"')
                {
                    cell.Append('"');
                    index++;
                }
                else
                {
                    isQuoted = !isQuoted;
                }
            }
            else if (line[index] == separator && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(line[index]);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }

    /// <summary>Where things stand; less than zero where a column is not there.</summary>
    private sealed record Columns(int Amount, int Currency, int Text, int Id, int Date, int Count)
    {
        public static Columns? Of(List<string> header)
        {
            var names = header.ConvertAll(name => name.Trim().ToLowerInvariant());
            var columns = new Columns(names.IndexOf("amount"), names.IndexOf("currency"), names.IndexOf("text"), names.IndexOf("id"), names.IndexOf("date"), names.Count);
            return columns is { Amount: >= 0, Currency: >= 0, Text: >= 0 } ? columns : null;
        }
    }
}
