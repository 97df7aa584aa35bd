using System.Globalization;
using BillingHeadless.Plugins;

namespace BillingHeadless.Domain.BankTransfers;

/// <summary>Money that came to the account, as the bank's statement tells it.</summary>
/// <param name="BankId">The bank's own name of the entry, the same in every statement; null where it gives none.</param>
/// <param name="BookedOn">The day on which the bank booked it; null where the statement does not say.</param>
/// <param name="Amount">What came.</param>
/// <param name="Text">All that the payer and the bank wrote about it.</param>
public sealed record StatementLine(string? BankId, DateOnly? BookedOn, Money Amount, string Text);

/// <summary>Forms of statements.</summary>
public enum StatementFormat
{
    /// <summary>ISO 20022, bank to customer statement.</summary>
    Camt053,

    /// <summary>SWIFT, customer statement message.</summary>
    Mt940,

    /// <summary>A table with a header: amount, currency, text; id and date if they are there.</summary>
    Csv,
}

/// <summary>Reads the incoming money of a statement; null when the text is not of that form.</summary>
public static class Statement
{
    public static IReadOnlyList<StatementLine>? Read(StatementFormat format, string text) => format switch
    {
        StatementFormat.Camt053 => CamtStatement.Read(text),
        StatementFormat.Mt940 => SwiftStatement.Read(text),
        StatementFormat.Csv => CsvStatement.Read(text),
        _ => null,
    };

    /// <summary>A name by which the bank finds the entry again; what says that there is none is none.</summary>
    internal static string? BankId(string? text) => text?.Trim() is { Length: > 0 } id && id is not ("NONREF" or "NOTPROVIDED") ? id : null;

    internal static DateOnly? Date(string? text, string format) =>
        DateOnly.TryParseExact(text?.Trim(), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

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
            && long.TryParse(parts[0] + fraction.PadRight(known.Exponent, '0'), NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            ? new Money(minor, known)
            : null;
    }
}
