namespace BillingHeadless.Tests.Benchmarks.Report;

/// <summary>A Markdown table with even columns: to be read as it is, and to be pasted.</summary>
public sealed class Table(params string[] head)
{
    private readonly List<string[]> lines = [];

    public void Add(params string[] cells) => lines.Add(cells);

    public override string ToString()
    {
        var widths = head.Select((cell, column) => lines.Select(line => line[column].Length).Append(cell.Length).Max()).ToArray();
        var rule = widths.Select(width => new string('-', width - 1) + ":").ToArray();
        return string.Join('\n', new[] { head, rule }.Concat(lines).Select(line => Line(line, widths)));
    }

    private static string Line(string[] cells, int[] widths) =>
        $"| {string.Join(" | ", cells.Select((cell, column) => cell.PadLeft(widths[column])))} |";
}
