using BillingHeadless.Domain.Language;

namespace BillingHeadless.Tests.Domain.Language;

/// <summary>X8: dates in four languages.</summary>
public class DateTextTests
{
    private static readonly string[] Expected =
    [
        "uk січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "en January February March April May June July August September October November December",
        "ru января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "kk қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    ];

    [Theory]
    [InlineData("uk", "21 листопада 2026 р.", "21.11.2026")]
    [InlineData("en", "21 November 2026", "21 Nov 2026")]
    [InlineData("ru", "21 ноября 2026 г.", "21.11.2026")]
    [InlineData("kk", "2026 ж. 21 қараша", "21.11.2026")]
    public void A_day_is_written_long_and_short(string code, string longText, string shortText)
    {
        var (day, language) = (new DateOnly(2026, 11, 21), LanguageCode.Parse(code));
        Assert.Equal(longText, DateText.Long(day, language));
        Assert.Equal(shortText, DateText.Short(day, language));
    }

    [Theory]
    [InlineData("uk", "5 березня 2027 р.", "05.03.2027")]
    [InlineData("en", "5 March 2027", "5 Mar 2027")]
    public void Only_the_short_form_of_figures_pads_the_day(string code, string longText, string shortText)
    {
        var (day, language) = (new DateOnly(2027, 3, 5), LanguageCode.Parse(code));
        Assert.Equal(longText, DateText.Long(day, language));
        Assert.Equal(shortText, DateText.Short(day, language));
    }

    [Fact]
    public void Every_month_has_its_name_in_every_language()
    {
        foreach (var line in Expected)
        {
            var (code, months) = (line[..2], line[3..].Split(' '));
            var written = Enumerable.Range(1, 12).Select(month => DateText.Long(new DateOnly(2026, month, 9), LanguageCode.Parse(code)));
            Assert.All(written.Zip(months), pair => Assert.Contains(pair.Second, pair.First.Split(' ')));
        }
    }
}
