using BillingHeadless.Domain.Language;

namespace BillingHeadless.Tests.Domain.Language;

/// <summary>The fallback in these tests is Russian, so that a choice is never mistaken for it.</summary>
public class AcceptedLanguageTests
{
    [Theory]
    [InlineData("uk", "uk")]
    [InlineData("uk-UA,uk;q=0.9,en-US;q=0.8,en;q=0.7", "uk")]
    [InlineData("de-DE,de;q=0.9,kk;q=0.5", "kk")]
    [InlineData("en;q=0.5, uk;q=0.9", "uk")]
    [InlineData("en;q=0.85, uk;q=0.9", "uk")]
    [InlineData("en;q=0.123, uk;q=0.124", "uk")]
    [InlineData("en; q=0.5 ,kk;Q=1.000", "kk")]
    [InlineData("en, uk", "en")]
    [InlineData("uk;q=0, en;q=0.1", "en")]
    public void The_highest_weight_wins_and_the_first_of_equals(string header, string code) => Check(header, code);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("de, fr;q=0.5")]
    [InlineData("*")]
    [InlineData("*, en;q=0.5")]
    [InlineData("en;q=0")]
    [InlineData(",,,;;;,")]
    public void A_header_that_names_none_of_ours_leaves_the_fallback(string? header) => Check(header, "ru");

    [Theory]
    [InlineData("en;q=1.5")]
    [InlineData("en;q=-1")]
    [InlineData("en;q=0.1234")]
    [InlineData("en;q=0.5.5")]
    [InlineData("en;q=")]
    [InlineData("en;q=NaN")]
    [InlineData("en;q=99999999999999999999")]
    [InlineData("en;q=٠.٥")]
    [InlineData("en;level=1")]
    [InlineData("en;q=1;q=1")]
    [InlineData("en\r\nSet-Cookie: a=b")]
    public void A_range_that_cannot_be_read_is_passed_over(string range)
    {
        Check(range, "ru");
        Check($"{range},kk;q=0.1", "kk");
    }

    [Fact]
    public void A_header_longer_than_any_browser_sends_is_not_read() => Check("en," + new string('x', 100_000), "ru");

    [Fact]
    public void Ranges_beyond_the_bound_are_not_read() =>
        Check(string.Join(',', Enumerable.Repeat("de", 20)) + ",en", "ru");

    private static void Check(string? header, string code) =>
        Assert.Equal(code, AcceptedLanguage.Choose(header, LanguageCode.Russian).Code);
}
