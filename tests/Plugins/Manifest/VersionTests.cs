using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Hosting;

namespace BillingHeadless.Tests.Plugins.Manifest;

public sealed class VersionTests
{
    [Fact]
    public void Versions_are_ordered_as_semantic_versioning_says()
    {
        // The chain of semver.org, section 11, and plain numbers after it.
        string[] ordered =
        [
            "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0",
            "1.0.1", "1.2.0", "1.10.0", "2.0.0",
        ];

        var shuffled = ordered.Reverse().Select(text => SemanticVersion.Parse(text)!).Order().Select(version => version.ToString());

        Assert.Equal(ordered, shuffled);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1.2")]
    [InlineData("v1.2.3")]
    [InlineData("1.2.3.4")]
    [InlineData("1.02.3")]
    [InlineData("1.2.3-")]
    [InlineData("1.2.3-01")]
    [InlineData("1.2.99999999999")]
    [InlineData("1.2.3\n")]
    [InlineData(null)]
    public void What_is_no_version_is_none(string? text) => Assert.Null(SemanticVersion.Parse(text));

    [Fact]
    public void Build_metadata_makes_no_other_version() =>
        Assert.Equal(SemanticVersion.Parse("1.2.3"), SemanticVersion.Parse("1.2.3+build.7"));

    [Theory]
    [InlineData(">=1.2", "1.2.0", true)]
    [InlineData(">=1.2", "1.1.9", false)]
    [InlineData(">=1.2 <2", "1.9.9", true)]
    [InlineData(">=1.2 <2", "2.0.0", false)]
    [InlineData("=1.2.3", "1.2.3", true)]
    [InlineData(">1", "1.0.0", false)]
    [InlineData("<=1.0.0", "1.0.0-rc.1", true)]
    public void A_range_holds_what_lies_within_all_its_bounds(string range, string version, bool holds) =>
        Assert.Equal(holds, VersionRange.Parse(range)!.Contains(SemanticVersion.Parse(version)!));

    [Theory]
    [InlineData("")]
    [InlineData("1.2.0")]
    [InlineData("~1.2")]
    [InlineData(">=")]
    [InlineData(">1 >1 >1 >1 >1")]
    public void What_is_no_range_is_none(string text) => Assert.Null(VersionRange.Parse(text));

    [Theory]
    [InlineData("1.0", true)]
    [InlineData("12.34", true)]
    [InlineData("1", false)]
    [InlineData("1.0.0", false)]
    [InlineData("1.-1", false)]
    public void A_contract_version_is_two_numbers(string text, bool isOne)
    {
        Assert.Equal(isOne, ContractVersion.TryParse(text, out var version));
        Assert.Equal(isOne ? text : "0.0", version.ToString());
    }

    [Theory]
    [InlineData("1.0", "1.0", true)]
    [InlineData("0.5", "1.7", true)]
    [InlineData("1.2", "1.2", true)]
    [InlineData("1.3", "2.0", true)]
    [InlineData("0.1", "0.9", false)]
    [InlineData("1.4", "2.0", false)]
    public void A_plugin_fits_when_the_host_offers_one_of_its_contracts(string minimum, string maximum, bool fits) =>
        Assert.Equal(fits, Contracts(minimum, maximum).Overlaps(Contracts("1.0", "1.3")));

    private static ContractRange Contracts(string minimum, string maximum)
    {
        Assert.True(ContractVersion.TryParse(minimum, out var from) & ContractVersion.TryParse(maximum, out var to));
        return new ContractRange(from, to);
    }
}
