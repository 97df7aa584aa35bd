using System.Text.RegularExpressions;

namespace BillingHeadless.Server.Journal;

/// <summary>One line of a table as RFC 4180 writes it. No cell is a formula to a spreadsheet: what looks like one is marked as text.</summary>
public static partial class CsvLine
{
    private const string EndOfLine = "\r\n";
    private static readonly char[] BeginAFormula = ['=', '+', '-', '@', '\t', '\r', '\n'];
    private static readonly char[] NeedQuotes = [',', '"', '\r', '\n'];

    public static string Of(IEnumerable<string> cells) => string.Join(',', cells.Select(cell => Quoted(Defused(cell)))) + EndOfLine;

    private static string Defused(string cell) => cell.Length > 0 && BeginAFormula.Contains(cell[0]) && !Number().IsMatch(cell) ? $"'{cell}" : cell;

    private static string Quoted(string cell) => cell.IndexOfAny(NeedQuotes) < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex("^-[0-9]+([.][0-9]+)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
