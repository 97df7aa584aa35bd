using BillingHeadless.Plugins;

namespace BillingHeadless.Domain.Language;

/// <summary>Amounts in figures with their currency, as a buyer reads them.</summary>
public static class MoneyText
{
    /// <summary>
    /// For example "1 234,50 грн" with no-break spaces, or "$1,234.50" in English. A currency without a sign in the language
    /// is named by its code: "1 234,50 PLN", "PLN 1,234.50".
    /// </summary>
    public static string Of(Money amount, LanguageCode language)
    {
        var marks = LanguageData.Of(language).Marks;
        var minus = amount.Minor < 0 ? "-" : "";
        var figures = Figures(amount, marks);
        var hasSign = marks.Signs.TryGetValue(amount.Currency.Code, out var sign);
        return (marks.CurrencyFirst, hasSign) switch
        {
            (true, true) => minus + sign + figures,
            (true, false) => minus + amount.Currency.Code + NumberMarks.NoBreakSpace + figures,
            _ => minus + figures + NumberMarks.NoBreakSpace + (sign ?? amount.Currency.Code),
        };
    }

    /// <summary>The amount without its currency, for a column that names it once: "1 234,50".</summary>
    public static string WithoutCurrency(Money amount, LanguageCode language) =>
        (amount.Minor < 0 ? "-" : "") + Figures(amount, LanguageData.Of(language).Marks);

    /// <summary>The amount as machines and spreadsheets read it, without its currency: "-1234.50".</summary>
    public static string Plain(Money amount)
    {
        var units = MinorUnits.Of(amount);
        return (amount.Minor < 0 ? "-" : "") + units.Whole + (units.FractionDigits.Length == 0 ? "" : "." + units.FractionDigits);
    }

    private static string Figures(Money amount, NumberMarks marks)
    {
        var units = MinorUnits.Of(amount);
        var whole = NumberText.Grouped(units.Whole, marks);
        return units.FractionDigits.Length == 0 ? whole : whole + marks.Decimal + units.FractionDigits;
    }
}
