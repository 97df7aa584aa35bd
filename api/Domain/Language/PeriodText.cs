namespace BillingHeadless.Domain.Language;

/// <summary>Lengths of time as a buyer reads them.</summary>
public static class PeriodText
{
    private const int MonthsInYear = 12;

    /// <summary>"12 місяців", "1 month".</summary>
    public static string Months(int count, LanguageCode language) => Counted(count, data => data.Month, language);

    /// <summary>"10 днів", "1 day".</summary>
    public static string Days(int count, LanguageCode language) => Counted(count, data => data.Day, language);

    /// <summary>A term that is sold by months, in years where it is whole years: "6 місяців", "1 рік", "18 місяців".</summary>
    public static string Term(int months, LanguageCode language) => months > 0 && months % MonthsInYear == 0
        ? Counted(months / MonthsInYear, data => data.Year, language)
        : Months(months, language);

    private static string Counted(int count, Func<LanguageData, CountedNoun> noun, LanguageCode language)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var data = LanguageData.Of(language);
        return $"{count} {data.Form(noun(data), (ulong)count)}";
    }
}
