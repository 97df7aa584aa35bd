using BillingHeadless.Domain.Language;

namespace BillingHeadless.Tests.Domain.Language;

public class LanguageCodeTests
{
    [Theory]
    [InlineData("uk", "uk")]
    [InlineData("uk-UA", "uk")]
    [InlineData("UK_ua", "uk")]
    [InlineData("ua", "uk")]
    [InlineData("en", "en")]
    [InlineData("en-GB", "en")]
    [InlineData("ru-RU", "ru")]
    [InlineData("kk-Cyrl-KZ", "kk")]
    [InlineData("kz", "kk")]
    [InlineData(" ru ", "ru")]
    public void A_tag_names_its_language(string tag, string code) => Assert.Equal(code, LanguageCode.Find(tag)?.Code);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("de")]
    [InlineData("ukr")]
    [InlineData("рус")]
    [InlineData("uk\0")]
    [InlineData("uk-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Another_language_is_answered_in_English(string? tag)
    {
        Assert.Null(LanguageCode.Find(tag));
        Assert.Equal(LanguageCode.English, LanguageCode.Parse(tag));
    }

    [Fact]
    public void There_are_four() => Assert.Equal(["uk", "en", "ru", "kk"], LanguageCode.All.Select(language => language.ToString()));
}
