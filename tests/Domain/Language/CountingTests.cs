using BillingHeadless.Domain.Language;

namespace BillingHeadless.Tests.Domain.Language;

/// <summary>X8: plural forms, and lengths of time that use them.</summary>
public class CountingTests
{
    [Theory]
    [InlineData(0, PluralCategory.Many)]
    [InlineData(1, PluralCategory.One)]
    [InlineData(2, PluralCategory.Few)]
    [InlineData(4, PluralCategory.Few)]
    [InlineData(5, PluralCategory.Many)]
    [InlineData(11, PluralCategory.Many)]
    [InlineData(12, PluralCategory.Many)]
    [InlineData(14, PluralCategory.Many)]
    [InlineData(15, PluralCategory.Many)]
    [InlineData(21, PluralCategory.One)]
    [InlineData(22, PluralCategory.Few)]
    [InlineData(25, PluralCategory.Many)]
    [InlineData(101, PluralCategory.One)]
    [InlineData(111, PluralCategory.Many)]
    [InlineData(112, PluralCategory.Many)]
    [InlineData(122, PluralCategory.Few)]
    [InlineData(1011, PluralCategory.Many)]
    [InlineData(1_000_001, PluralCategory.One)]
    [InlineData(-1, PluralCategory.One)]
    [InlineData(-3, PluralCategory.Few)]
    [InlineData(long.MaxValue, PluralCategory.Many)]
    [InlineData(long.MinValue, PluralCategory.Many)]
    public void Ukrainian_and_Russian_tell_one_few_and_many_apart(long count, PluralCategory category)
    {
        Assert.Equal(category, Plural.Of(count, LanguageCode.Ukrainian));
        Assert.Equal(category, Plural.Of(count, LanguageCode.Russian));
    }

    [Theory]
    [InlineData(0, PluralCategory.Other)]
    [InlineData(1, PluralCategory.One)]
    [InlineData(2, PluralCategory.Other)]
    [InlineData(11, PluralCategory.Other)]
    [InlineData(21, PluralCategory.Other)]
    [InlineData(-1, PluralCategory.One)]
    [InlineData(long.MinValue, PluralCategory.Other)]
    public void English_and_Kazakh_tell_one_from_the_rest(long count, PluralCategory category)
    {
        Assert.Equal(category, Plural.Of(count, LanguageCode.English));
        Assert.Equal(category, Plural.Of(count, LanguageCode.Kazakh));
    }

    [Theory]
    [InlineData(0, "0 місяців", "0 months", "0 месяцев", "0 ай")]
    [InlineData(1, "1 місяць", "1 month", "1 месяц", "1 ай")]
    [InlineData(3, "3 місяці", "3 months", "3 месяца", "3 ай")]
    [InlineData(12, "12 місяців", "12 months", "12 месяцев", "12 ай")]
    [InlineData(21, "21 місяць", "21 months", "21 месяц", "21 ай")]
    public void Months_are_counted(int count, string uk, string en, string ru, string kk) =>
        Check(PeriodText.Months, count, uk, en, ru, kk);

    [Theory]
    [InlineData(1, "1 день", "1 day", "1 день", "1 күн")]
    [InlineData(2, "2 дні", "2 days", "2 дня", "2 күн")]
    [InlineData(10, "10 днів", "10 days", "10 дней", "10 күн")]
    public void Days_are_counted(int count, string uk, string en, string ru, string kk) =>
        Check(PeriodText.Days, count, uk, en, ru, kk);

    [Theory]
    [InlineData(0, "0 місяців", "0 months", "0 месяцев", "0 ай")]
    [InlineData(6, "6 місяців", "6 months", "6 месяцев", "6 ай")]
    [InlineData(12, "1 рік", "1 year", "1 год", "1 жыл")]
    [InlineData(18, "18 місяців", "18 months", "18 месяцев", "18 ай")]
    [InlineData(24, "2 роки", "2 years", "2 года", "2 жыл")]
    [InlineData(60, "5 років", "5 years", "5 лет", "5 жыл")]
    public void A_term_of_whole_years_is_named_in_years(int months, string uk, string en, string ru, string kk) =>
        Check(PeriodText.Term, months, uk, en, ru, kk);

    [Fact]
    public void A_negative_length_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PeriodText.Months(-1, LanguageCode.English));

    private static void Check(Func<int, LanguageCode, string> write, int count, params string[] expected) =>
        Assert.Equal(expected, LanguageCode.All.Select(language => write(count, language)));
}
