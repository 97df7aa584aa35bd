using System.Text.RegularExpressions;

namespace BillingHeadless.Domain.BankTransfers;

/// <summary>MT940: the currency in field 60F, a line 61 for each entry, and what was written about it in field 86.</summary>
internal static partial class SwiftStatement
{
    public static IReadOnlyList<StatementLine>? Read(string text)
    {
        string? currency = null;
        var entries = new List<StatementLine>();
        var isCredit = false;
        foreach (var field in Fields().Matches(text.ReplaceLineEndings("\n")).Select(match => (Tag: match.Groups["tag"].Value, Value: match.Groups["value"].Value.Trim())))
        {
            switch (field.Tag)
            {
                case "60F" or "60M":
                    currency = Opening().Match(field.Value) is { Success: true } opening ? opening.Groups["currency"].Value : null;
                    break;
                case "61":
                    if (Line().Match(field.Value) is not { Success: true } line || Statement.Amount(line.Groups["amount"].Value, currency) is not { } amount)
                    {
                        return null;
                    }

                    isCredit = line.Groups["mark"].Value == "C";
                    if (isCredit)
                    {
                        entries.Add(new StatementLine(
                            Statement.BankId(line.Groups["bank"].Value), Statement.Date(line.Groups["date"].Value, "yyMMdd"), amount, line.Groups["rest"].Value));
                    }

                    break;
                case "86" when isCredit && entries.Count > 0:
                    entries[^1] = entries[^1] with { Text = $"{entries[^1].Text} {field.Value.Replace("\n", "", StringComparison.Ordinal)}" };
                    isCredit = false;
                    break;
            }
        }

        return currency is null ? null : entries;
    }

    // A field ends where the next one begins. The text is bounded before it comes here.
    [GeneratedRegex(@"^:(?<tag>[0-9]{2}[A-Z]?):(?<value>(?:(?!\n:[0-9]{2}[A-Z]?:|\n-).)*)", RegexOptions.Multiline | RegexOptions.Singleline, 5_000)]
    private static partial Regex Fields();

    [GeneratedRegex("^[CD][0-9]{6}(?<currency>[A-Z]{3})")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(?<date>[0-9]{6})(?:[0-9]{4})?(?<mark>R?[CD])[A-Z]?(?<amount>[0-9]+,[0-9]*)[A-Z][A-Z0-9]{3}(?<rest>[^\n]*?)(?://(?<bank>[^\n]*))?(?:\n|$)")]
    private static partial Regex Line();
}
