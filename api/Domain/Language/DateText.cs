namespace BillingHeadless.Domain.Language;

/// <summary>Calendar days as a buyer reads them.</summary>
public static class DateText
{
    /// <summary>With the month in words: "21 листопада 2026 р.", "21 November 2026", "2026 ж. 21 қараша".</summary>
    public static string Long(DateOnly date, LanguageCode language)
    {
        var data = LanguageData.Of(language);
        return data.LongDate(date.Day, data.Months[date.Month - 1], date.Year);
    }

    /// <summary>For tables: "21.11.2026"; in English "21 Nov 2026".</summary>
    public static string Short(DateOnly date, LanguageCode language) => LanguageData.Of(language).ShortDate(date);
}
