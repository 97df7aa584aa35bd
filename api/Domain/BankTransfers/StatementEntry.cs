using BillingHeadless.Plugins;

namespace BillingHeadless.Domain.BankTransfers;

/// <summary>Money that came to the account, as the bank's statement tells it.</summary>
/// <param name="Id">The bank's name of the entry; the number of its line where the bank gives none.</param>
/// <param name="Amount">What came.</param>
/// <param name="Text">All that the payer and the bank wrote about it.</param>
public sealed record StatementEntry(string Id, Money Amount, string Text);

/// <summary>Forms of statements.</summary>
public enum StatementFormat
{
    /// <summary>ISO 20022, bank to customer statement.</summary>
    Camt053,

    /// <summary>SWIFT, customer statement message.</summary>
    Mt940,

    /// <summary>A table with a header: amount, currency, text, and id if there is one.</summary>
    Csv,
}

/// <summary>Reads the incoming money of a statement; null when the text is not of that form.</summary>
public static class Statement
{
    public static IReadOnlyList<StatementEntry>? Read(StatementFormat format, string text) => format switch
    {
        StatementFormat.Camt053 => CamtStatement.Read(text),
        StatementFormat.Mt940 => SwiftStatement.Read(text),
        StatementFormat.Csv => CsvStatement.Read(text),
        _ => null,
    };

    /// <summary>An amount of major units, with a dot or a comma; null when it is none of this currency.</summary>
    internal static Money? Amount(string? text, string? currency)
    {
        if (!Currency.IsCode(currency) || text?.Trim().Split('.', ',') is not { Length: 1 or 2 } parts || parts[0].Length == 0)
        {
            return null;
        }

        var known = new Currency(currency!);
        var fraction = parts.Length == 2 ? parts[1].TrimEnd('0') : "";
        return fraction.Length <= known.Exponent
            && long.TryParse(parts[0] + fraction.PadRight(known.Exponent, '0'), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var minor)
            ? new Money(minor, known)
            : null;
    }
}
