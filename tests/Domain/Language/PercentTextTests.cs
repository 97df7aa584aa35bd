using BillingHeadless.Domain.Language;

namespace BillingHeadless.Tests.Domain.Language;

public sealed class PercentTextTests
{
    [Theory]
    [InlineData(2_000, "uk", "20\u00a0%")]
    [InlineData(750, "ru", "7,5\u00a0%")]
    [InlineData(1_205, "kk", "12,05\u00a0%")]
    [InlineData(2_000, "en", "20%")]
    [InlineData(750, "en", "7.5%")]
    [InlineData(0, "uk", "0\u00a0%")]
    [InlineData(-5, "en", "-0.05%")]
    public void A_percentage_reads_as_in_its_language(int basisPoints, string language, string text) =>
        Assert.Equal(text, PercentText.Of(basisPoints, LanguageCode.Parse(language)));
}
