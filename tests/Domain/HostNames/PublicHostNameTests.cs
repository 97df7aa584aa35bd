using BillingHeadless.Domain.HostNames;

namespace BillingHeadless.Tests.Domain.HostNames;

/// <summary>Bare host names. Escapes are used where the eye cannot tell the letters.</summary>
public class PublicHostNameTests
{
    [Theory]
    [InlineData("firm.bitrix24.ua", "firm.bitrix24.ua")]
    [InlineData("FIRM.Bitrix24.UA", "firm.bitrix24.ua")]
    [InlineData("firm.bitrix24.ua.", "firm.bitrix24.ua")]
    [InlineData("b24-x1y2z3.bitrix24.com.br", "b24-x1y2z3.bitrix24.com.br")]
    [InlineData("1c.example", "1c.example")]
    [InlineData("demo.test", "demo.test")]
    [InlineData("a.b.c.d.e.f.example", "a.b.c.d.e.f.example")]
    [InlineData("0xfirm.example", "0xfirm.example")]
    [InlineData("firm.0x.ua", "firm.0x.ua")]
    public void An_ordinary_name_is_accepted(string typed, string name) => Accepts(typed, name);

    [Theory]
    [InlineData("фірма.укр", "xn--80axlp4g.xn--j1amh")]
    [InlineData("Фірма.УКР", "xn--80axlp4g.xn--j1amh")]
    [InlineData("xn--80axlp4g.xn--j1amh", "xn--80axlp4g.xn--j1amh")]
    [InlineData("XN--80AXLP4G.bitrix24.ua", "xn--80axlp4g.bitrix24.ua")]
    [InlineData("bücher.de", "xn--bcher-kva.de")]
    [InlineData("қазақ.kz", "xn--80aau21bd.kz")]
    [InlineData("公司.cn", "xn--55qx5d.cn")]
    [InlineData("битрикс24.рф", "xn--24-9kc2aam4bkf.xn--p1ai")]
    public void A_name_of_another_script_is_encoded(string typed, string name) => Accepts(typed, name);

    [Theory]
    [InlineData("", HostNameProblem.Empty)]
    [InlineData(".", HostNameProblem.Empty)]
    [InlineData("..", HostNameProblem.EmptyLabel)]
    [InlineData(".firm.ua", HostNameProblem.EmptyLabel)]
    [InlineData("firm..ua", HostNameProblem.EmptyLabel)]
    [InlineData("firm.ua..", HostNameProblem.EmptyLabel)]
    [InlineData("firm", HostNameProblem.SingleLabel)]
    [InlineData("bitrix24", HostNameProblem.SingleLabel)]
    [InlineData("-firm.ua", HostNameProblem.MisplacedHyphen)]
    [InlineData("firm-.ua", HostNameProblem.MisplacedHyphen)]
    [InlineData("-фірма.укр", HostNameProblem.MisplacedHyphen)]
    [InlineData("fi--rm.ua", HostNameProblem.MisplacedHyphen)]
    [InlineData("fi rm.ua", HostNameProblem.BadCharacter)]
    [InlineData("fi_rm.ua", HostNameProblem.BadCharacter)]
    [InlineData("fi%72m.ua", HostNameProblem.BadCharacter)]
    [InlineData("firm!.ua", HostNameProblem.BadCharacter)]
    [InlineData("firm,ua.com", HostNameProblem.BadCharacter)]
    [InlineData("firm\\.ua", HostNameProblem.BadCharacter)]
    [InlineData("firm:.ua", HostNameProblem.BadCharacter)]
    [InlineData("firm\0.ua", HostNameProblem.BadCharacter)]
    [InlineData("f\u20ACrm.ua", HostNameProblem.BadCharacter)]
    [InlineData("e\u0301cole.fr", HostNameProblem.BadCharacter)]
    [InlineData("F\u0130RMA.com", HostNameProblem.BadCharacter)]
    [InlineData("\U0001F600.ua", HostNameProblem.BadCharacter)]
    [InlineData("firm\u0661.ua", HostNameProblem.BadCharacter)]
    public void A_malformed_name_is_refused(string typed, string problem) => Refuses(typed, problem);

    [Fact]
    public void Half_of_a_character_is_refused() => Refuses("firm" + '\ud800' + ".ua", HostNameProblem.BadCharacter);

    [Theory]
    [InlineData("xn--.com")]
    [InlineData("xn--a.com")]
    [InlineData("xn--abc-.com")]
    [InlineData("xn--zzzzzzzzz99999999999.com")]
    [InlineData("xn--firm-.com")]
    public void An_encoding_of_nothing_is_refused(string typed) => Refuses(typed, HostNameProblem.BadCharacter);

    [Fact]
    public void Lengths_are_bounded_by_the_DNS()
    {
        Accepts($"{Letters(63)}.ua", $"{Letters(63)}.ua");
        Refuses($"{Letters(64)}.ua", HostNameProblem.TooLong);
        Refuses($"{new string('ж', 60)}.{new string('ж', 60)}.укр", HostNameProblem.TooLong);
        var longest = $"{Letters(63)}.{Letters(63)}.{Letters(63)}.{Letters(58)}.ua";
        Assert.Equal(253, longest.Length);
        Accepts(longest, longest);
        Accepts(longest + ".", longest);
        Refuses($"{Letters(63)}.{Letters(63)}.{Letters(63)}.{Letters(59)}.ua", HostNameProblem.TooLong);
        Refuses(string.Join('.', Enumerable.Repeat(new string('ж', 56), 4)) + ".укр", HostNameProblem.TooLong);
        Refuses(Letters(100_000), HostNameProblem.TooLong);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1.")]
    [InlineData("8.8.8.8")]
    [InlineData("127.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f000001")]
    [InlineData("0X7F.1")]
    [InlineData("0x7f.0x1")]
    [InlineData("017700000001")]
    [InlineData("0177.0.0.01")]
    [InlineData("256.256.256.256")]
    [InlineData("firm.1")]
    [InlineData("firm.0x1f")]
    [InlineData("1.2.3.4.5")]
    [InlineData("[::1]")]
    [InlineData("::1")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("fe80::1%eth0")]
    [InlineData("2001:db8::1")]
    public void An_address_in_any_notation_is_refused(string typed) => Refuses(typed, HostNameProblem.IpAddress);

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST.")]
    [InlineData("portal.localhost")]
    [InlineData("crm.local")]
    [InlineData("crm.office.lan")]
    [InlineData("metadata.google.internal")]
    [InlineData("router.home.arpa")]
    [InlineData("1.0.0.127.in-addr.arpa")]
    [InlineData("x.invalid")]
    [InlineData("x.onion")]
    public void A_name_that_cannot_be_public_is_refused(string typed) => Refuses(typed, HostNameProblem.NotPublic);

    [Theory]
    [InlineData("fi\u200Brm.ua")]
    [InlineData("\uFEFFfirm.ua")]
    [InlineData("firm\u200D.ua")]
    [InlineData("firm\u00AD.ua")]
    [InlineData("\u202Efirm.ua")]
    [InlineData("firm\u2066.ua")]
    [InlineData("firm\u2028.ua")]
    public void What_nobody_sees_is_refused(string typed) => Refuses(typed, HostNameProblem.InvisibleCharacter);

    [Theory]
    [InlineData("firm.b\u0456trix24.ua")]
    [InlineData("B\u0406TRIX24.ua")]
    [InlineData("p\u0430ypal.com")]
    [InlineData("firm\u03BF.com")]
    [InlineData("\u0430\u4E00.com")]
    [InlineData("xn--btrix24-m8g.ua")]
    public void A_label_of_two_scripts_is_refused(string typed) => Refuses(typed, HostNameProblem.LookAlike);

    [Theory]
    [InlineData("b\u0131trix24.ru")]
    [InlineData("b\u00EFtrix24.ru")]
    [InlineData("my-bi\u0163rix24.ru")]
    [InlineData("firm.\u044C\u0456\u0442\u0433\u0456\u044524.ua")]
    [InlineData("\u03B2\u03B9\u03C4\u0433.com")]
    [InlineData("xn--btrix24-rfb.ru")]
    public void A_name_that_passes_for_the_vendors_is_refused(string typed) => Refuses(typed, HostNameProblem.LookAlike);

    [Theory]
    [InlineData("\u0430\u0440\u0440\u04CF\u0435.com")]
    [InlineData("xn--80ak6aa92e.com")]
    [InlineData("\u0441\u043E\u0440-24.ua")]
    [InlineData("\u03BD\u03BF\u03BD.com")]
    public void A_foreign_word_that_reads_as_Latin_is_refused_under_a_Latin_domain(string typed) =>
        Refuses(typed, HostNameProblem.LookAlike);

    [Fact]
    public void A_word_that_reads_as_Latin_is_at_home_under_its_own_domain() => Accepts("\u0441\u043E\u0440.рф", "xn--n1aeb.xn--p1ai");

    [Theory]
    [InlineData("\uFF46irm.ua")]
    [InlineData("firm\uFF0Eua")]
    [InlineData("firm\u3002ua")]
    [InlineData("\uFF11\uFF12\uFF17.0.0.1")]
    [InlineData("\uFF4C\uFF4F\uFF43\uFF41\uFF4C\uFF48\uFF4F\uFF53\uFF54")]
    [InlineData("\u24D5irm.ua")]
    [InlineData("\u2113ocal.ua")]
    [InlineData("\U0001D41Bitrix24.ua")]
    public void Other_forms_of_ordinary_characters_are_refused(string typed) => Refuses(typed, HostNameProblem.LookAlike);

    private static string Letters(int count) => new('a', count);

    private static void Accepts(string typed, string name) => Assert.Equal((name, null), Read(typed));

    private static void Refuses(string typed, string problem) => Assert.Equal((null, problem), Read(typed));

    private static (string? Name, string? Problem) Read(string typed)
    {
        var host = PublicHostName.Parse(typed);
        return (host.Value?.Text, host.Problem);
    }
}
