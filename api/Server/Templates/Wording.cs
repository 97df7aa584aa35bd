using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Language;
using BillingHeadless.Plugins;

namespace BillingHeadless.Server.Templates;

/// <summary>Says amounts, days and lengths of time in a buyer's language and the merchant's time zone. Templates get finished words.</summary>
public sealed class Wording(LanguageCode language, Calendar calendar)
{
    public LanguageCode Language => language;

    public string Money(Money amount) => MoneyText.Of(amount, language);

    public string Money(long minor, Currency currency) => Money(new Money(minor, currency));

    /// <summary>For a column that names the currency once.</summary>
    public string MoneyWithoutCurrency(long minor, Currency currency) => MoneyText.WithoutCurrency(new Money(minor, currency), language);

    public string InWords(Money amount) => AmountInWords.Of(amount, language);

    public string Date(DateOnly date) => DateText.Long(date, language);

    public string Date(DateTimeOffset instant) => Date(calendar.DateOf(instant));

    public string ShortDate(DateOnly date) => DateText.Short(date, language);

    public string ShortDate(DateTimeOffset instant) => ShortDate(calendar.DateOf(instant));

    /// <summary>The last day that is covered when something ends at this midnight (ruling 8).</summary>
    public string LastDay(DateTimeOffset end) => Date(calendar.DateOf(end).AddDays(-1));

    /// <summary>A term that is sold by months: "6 місяців", "1 рік".</summary>
    public string Term(int months) => PeriodText.Term(months, language);

    public string Days(int days) => PeriodText.Days(days, language);

    public string Number(long number) => NumberText.Of(number, language);

    /// <summary>A percentage of so many basis points: "20 %", "7,5 %".</summary>
    public string Percent(int basisPoints) => PercentText.Of(basisPoints, language);
}
