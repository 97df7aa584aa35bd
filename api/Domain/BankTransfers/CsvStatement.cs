using System.Text;

namespace BillingHeadless.Domain.BankTransfers;

/// <summary>A table whose header names the columns <c>amount</c>, <c>currency</c>, <c>text</c> and perhaps <c>id</c>; commas or semicolons between them.</summary>
internal static class CsvStatement
{
    public static IReadOnlyList<StatementEntry>? Read(string text)
    {
        var lines = text.TrimStart('\ufeff').ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0)
        {
            return null;
        }

        var separator = lines[0].Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var header = Cells(lines[0], separator).ConvertAll(name => name.Trim().ToLowerInvariant());
        var (amount, currency, about, id) = (header.IndexOf("amount"), header.IndexOf("currency"), header.IndexOf("text"), header.IndexOf("id"));
        if (amount < 0 || currency < 0 || about < 0)
        {
            return null;
        }

        var entries = new List<StatementEntry>();
        foreach (var (index, line) in lines.Skip(1).Index())
        {
            var cells = Cells(line, separator);
            if (cells.Count != header.Count)
            {
                return null;
            }

            // Money that left the account is none of ours.
            if (cells[amount].TrimStart().StartsWith('-'))
            {
                continue;
            }

            if (Statement.Amount(cells[amount], cells[currency].Trim()) is not { } money)
            {
                return null;
            }

            entries.Add(new StatementEntry(id < 0 ? $"{index + 1}" : cells[id].Trim(), money, cells[about]));
        }

        return entries;
    }

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
}
