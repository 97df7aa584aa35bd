using System.Globalization;

namespace BillingHeadless.Plugins.Toolkit;

/// <summary>Amounts as providers write them: major units with a dot, for example <c>1250.50</c>. Exact in both directions.</summary>
public static class MajorUnits
{
    private const int LongestText = 32;

    /// <summary>All digits of the currency: <c>1250.50</c>, <c>1900</c> for JPY.</summary>
    public static string Write(Money amount)
    {
        var digits = amount.Currency.Exponent;
        var text = amount.Minor.ToString($"D{digits + 1}", CultureInfo.InvariantCulture);
        return digits == 0 ? text : $"{text[..^digits]}.{text[^digits..]}";
    }

    /// <summary>Reads a positive amount. Null when it is none, or has digits that the currency has not (zeros are no digits).</summary>
    public static Money? Read(string? text, Currency currency)
    {
        if (text is not { Length: > 0 and <= LongestText })
        {
            return null;
        }

        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var whole = dot < 0 ? text : text[..dot];
        var fraction = dot < 0 ? "" : text[(dot + 1)..].TrimEnd('0');
        if (whole.Length == 0 || (dot >= 0 && dot == text.Length - 1) || fraction.Length > currency.Exponent)
        {
            return null;
        }

        return long.TryParse(whole + fraction.PadRight(currency.Exponent, '0'), NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            ? new Money(minor, currency)
            : null;
    }
}
