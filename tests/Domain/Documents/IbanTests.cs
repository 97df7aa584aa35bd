using BillingHeadless.Domain.Documents;

namespace BillingHeadless.Tests.Domain.Documents;

/// <summary>The valid numbers are the examples of the ISO 13616 registry.</summary>
public class IbanTests
{
    [Theory]
    [InlineData("UA213223130000026007233566001", "UA213223130000026007233566001")]
    [InlineData("ua21 3223 1300 0002 6007 2335 6600 1", "UA213223130000026007233566001")]
    [InlineData(" UA21\u00A0322313\t0000026007233566001 ", "UA213223130000026007233566001")]
    [InlineData("KZ86 125K ZT50 0410 0100", "KZ86125KZT5004100100")]
    [InlineData("GB29 NWBK 6016 1331 9268 19", "GB29NWBK60161331926819")]
    [InlineData("DE89 3704 0044 0532 0130 00", "DE89370400440532013000")]
    [InlineData("NO93 8601 1117 947", "NO9386011117947")]
    [InlineData("MT84 MALT 0110 0001 2345 MTLC AST0 01S", "MT84MALT011000012345MTLCAST001S")]
    public void A_number_is_normalised(string typed, string iban) => Assert.Equal((iban, null), Read(typed));

    [Theory]
    [InlineData(null, IbanProblem.Empty)]
    [InlineData("  ", IbanProblem.Empty)]
    [InlineData("UA", IbanProblem.Form)]
    [InlineData("UA21", IbanProblem.Form)]
    [InlineData("2121322313000002600723356600", IbanProblem.Form)]
    [InlineData("UAAA3223130000026007233566001", IbanProblem.Form)]
    [InlineData("UA21322313-000026007233566001", IbanProblem.Form)]
    [InlineData("\u0423\u0410213223130000026007233566001", IbanProblem.Form)]
    [InlineData("UA21322313000002600723356600", IbanProblem.Length)]
    [InlineData("UA2132231300000260072335660011", IbanProblem.Length)]
    [InlineData("XK0512120123456", IbanProblem.CheckDigits)]
    [InlineData("XK051212012345", IbanProblem.Length)]
    [InlineData("XK05121201234567890612345678901234567", IbanProblem.Length)]
    [InlineData("UA223223130000026007233566001", IbanProblem.CheckDigits)]
    [InlineData("UA213223130000026007233566002", IbanProblem.CheckDigits)]
    [InlineData("UA213223130000026007233566010", IbanProblem.CheckDigits)]
    public void A_wrong_number_is_refused(string? typed, string problem) => Assert.Equal((null, problem), Read(typed));

    [Fact]
    public void Exactly_one_pair_of_check_digits_holds_for_an_account()
    {
        var accounts = new[] { "UA{0}3223130000026007233566001", "DE{0}370400440532013000", "GB{0}NWBK60161331926819" };
        foreach (var account in accounts)
        {
            var holding = Enumerable.Range(0, 100).Count(digits => Iban.Parse(string.Format(account, digits.ToString("00"))).IsAccepted);
            Assert.Equal(1, holding);
        }
    }

    [Fact]
    public void Check_digits_that_are_never_given_out_are_refused()
    {
        var accounts = Enumerable.Range(0, 200).Select(number => number.ToString("00000000000"));
        foreach (var account in accounts)
        {
            var holding = Enumerable.Range(0, 100).Where(digits => Iban.Parse($"NO{digits:00}{account}").IsAccepted).ToList();
            Assert.InRange(Assert.Single(holding), 2, 98);
        }
    }

    [Fact]
    public void A_text_longer_than_any_number_is_not_read() =>
        Assert.Equal((null, IbanProblem.Length), Read("UA21" + new string(' ', 100_000) + "3223130000026007233566001"));

    [Fact]
    public void People_read_it_in_groups_of_four()
    {
        var iban = Iban.Parse("UA213223130000026007233566001").Value;
        Assert.Equal("UA21 3223 1300 0002 6007 2335 6600 1", iban?.Grouped);
        Assert.Equal("UA", iban?.Country);
    }

    [Fact]
    public void Every_problem_has_a_code_of_its_own() => Assert.Equal(IbanProblem.All.Count, IbanProblem.All.Distinct().Count());

    private static (string? Text, string? Problem) Read(string? typed)
    {
        var iban = Iban.Parse(typed);
        return (iban.Value?.Text, iban.Problem);
    }
}
