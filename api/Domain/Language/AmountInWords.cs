using BillingHeadless.Plugins;

namespace BillingHeadless.Domain.Language;

/// <summary>The amount as documents repeat it: whole units in words, minor units in figures.</summary>
public static class AmountInWords
{
    /// <summary>
    /// For example "Одна тисяча двісті п'ятдесят гривень 50 копійок". A currency without a name in the language is written
    /// by its code, with the minor units as a fraction: "One thousand two hundred fifty PLN 50/100".
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative: a document states what is owed or was paid.</exception>
    public static string Of(Money amount, LanguageCode language)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount.Minor, nameof(amount));
        var data = LanguageData.Of(language);
        var units = MinorUnits.Of(amount);
        var text = data.Currencies.TryGetValue(amount.Currency.Code, out var words)
            ? Named(units, words, data)
            : Coded(units, amount.Currency.Code, data);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static string Named(MinorUnits units, CurrencyWords words, LanguageData data)
    {
        var number = Numerals.InWords(units.Whole, words.Major.Gender, data);
        var major = data.Form(words.Major, units.Whole);
        return $"{number} {major} {units.FractionDigits} {data.Form(words.Minor, units.Fraction)}";
    }

    private static string Coded(MinorUnits units, string code, LanguageData data)
    {
        var number = Numerals.InWords(units.Whole, GrammaticalGender.Masculine, data);
        return units.PerWhole == 1 ? $"{number} {code}" : $"{number} {code} {units.FractionDigits}/{units.PerWhole}";
    }
}
