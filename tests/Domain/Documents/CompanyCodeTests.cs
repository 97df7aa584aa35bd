using BillingHeadless.Domain.Documents;

namespace BillingHeadless.Tests.Domain.Documents;

/// <summary>Registration codes of public bodies and well-known companies, and what becomes of them when a digit is wrong.</summary>
public class CompanyCodeTests
{
    public static TheoryData<string> Edrpou =>
        ["14360570", "21673832", "20077720", "21133352", "00032129", "30041219", "39037656", "38324133", "43395033"];

    public static TheoryData<string> Inn => ["7707083893", "7736050003", "500100732259"];

    public static TheoryData<string> Bin => ["971240001315", "940140000385", "940240000021"];

    [Theory]
    [MemberData(nameof(Edrpou))]
    public void A_Ukrainian_company(string code) => AcceptsOnly(code, CompanyCode.IsEdrpou);

    [Theory]
    [InlineData("3184710691")]
    public void A_Ukrainian_person(string code) => AcceptsOnly(code, CompanyCode.IsRnokpp);

    [Theory]
    [MemberData(nameof(Inn))]
    public void A_Russian_taxpayer(string code) => AcceptsOnly(code, CompanyCode.IsInn);

    [Theory]
    [MemberData(nameof(Bin))]
    public void A_Kazakh_company(string code) => AcceptsOnly(code, CompanyCode.IsBinOrIin);

    [Fact]
    public void A_code_with_a_wrong_check_digit_is_refused() => Assert.False(CompanyCode.IsEdrpou("34609671"));

    /// <summary>The first sum leaves 10 in all of them; in the last the second sum does so too, which makes the digit 0.</summary>
    [Theory]
    [InlineData("00000035")]
    [InlineData("00000264")]
    [InlineData("30000119")]
    [InlineData("30000440")]
    public void A_Ukrainian_company_that_is_checked_by_the_second_sum(string code) => AcceptsOnly(code, CompanyCode.IsEdrpou);

    [Theory]
    [InlineData("940240000208")]
    [InlineData("940240000270")]
    public void A_Kazakh_company_that_is_checked_by_the_second_sum(string code) => AcceptsOnly(code, CompanyCode.IsBinOrIin);

    [Fact]
    public void A_Kazakh_number_whose_sums_both_leave_ten_is_never_given_out() =>
        Assert.DoesNotContain(Enumerable.Range(0, 10), digit => CompanyCode.IsBinOrIin($"94024000021{digit}"));

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("00000000")]
    [InlineData("0000000000")]
    [InlineData("000000000000")]
    [InlineData("1436057O")]
    [InlineData(" 14360570")]
    [InlineData("14360570 ")]
    [InlineData("-4360570")]
    [InlineData("1436057\u0660")]
    [InlineData("143605701436057014360570")]
    public void What_is_not_a_code_is_refused(string code)
    {
        Assert.False(CompanyCode.IsEdrpou(code));
        Assert.False(CompanyCode.IsRnokpp(code));
        Assert.False(CompanyCode.IsInn(code));
        Assert.False(CompanyCode.IsBinOrIin(code));
    }

    /// <summary>The code passes; with its last digit changed to any other it does not.</summary>
    private static void AcceptsOnly(string code, Predicate<string> check)
    {
        var passing = Enumerable.Range(0, 10).Select(digit => $"{code[..^1]}{digit}").Where(variant => check(variant));
        Assert.Equal([code], passing);
    }
}
