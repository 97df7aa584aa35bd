using BillingHeadless.Domain.HostNames;
using BillingHeadless.Domain.Licences;

namespace BillingHeadless.Tests.Domain.Licences;

/// <summary>
/// A2: the portal address is normalised (scheme, case, path, trailing dot) and checked. A path alone is harmless and is dropped;
/// it never hides what is wrong with the host before it.
/// </summary>
public class PortalAddressTests
{
    [Theory]
    [InlineData("firm.bitrix24.ua")]
    [InlineData("  firm.bitrix24.ua\t\r\n")]
    [InlineData("\u00A0firm.bitrix24.ua")]
    [InlineData("FIRM.Bitrix24.Ua")]
    [InlineData("firm.bitrix24.ua.")]
    [InlineData("http://firm.bitrix24.ua")]
    [InlineData("HTTPS://firm.bitrix24.ua/")]
    [InlineData("https:/firm.bitrix24.ua")]
    [InlineData("//firm.bitrix24.ua")]
    [InlineData("https://firm.bitrix24.ua./")]
    [InlineData("https://firm.bitrix24.ua/crm/deal/details/17/?IFRAME=Y#tab")]
    [InlineData("firm.bitrix24.ua/crm")]
    [InlineData("firm.bitrix24.ua?x=1")]
    [InlineData("firm.bitrix24.ua#top")]
    [InlineData("firm.bitrix24.ua/@me?back=https://other.example:8080/")]
    [InlineData("https://firm.bitrix24.ua:443/crm")]
    [InlineData("http://firm.bitrix24.ua:80")]
    [InlineData("firm.bitrix24.ua:443")]
    [InlineData("firm.bitrix24.ua:80")]
    public void One_portal_has_one_address(string typed) => Assert.Equal(("firm.bitrix24.ua", null), Read(typed));

    [Theory]
    [InlineData("https://crm.firma.example/", "crm.firma.example")]
    [InlineData("https://Фірма.bitrix24.ua/crm", "xn--80axlp4g.bitrix24.ua")]
    [InlineData("https://xn--80axlp4g.bitrix24.ua/crm", "xn--80axlp4g.bitrix24.ua")]
    [InlineData("www.firm.example", "www.firm.example")]
    public void A_portal_may_have_any_public_name(string typed, string host) => Assert.Equal((host, null), Read(typed));

    [Theory]
    [InlineData(null, HostNameProblem.Empty)]
    [InlineData("", HostNameProblem.Empty)]
    [InlineData(" \t ", HostNameProblem.Empty)]
    [InlineData("https://", HostNameProblem.Empty)]
    [InlineData("/crm/", HostNameProblem.Empty)]
    [InlineData("https://localhost/crm", HostNameProblem.NotPublic)]
    [InlineData("http://localhost:80", HostNameProblem.NotPublic)]
    [InlineData("portal.local", HostNameProblem.NotPublic)]
    [InlineData("127.0.0.1", HostNameProblem.IpAddress)]
    [InlineData("http://10.0.0.5/bitrix", HostNameProblem.IpAddress)]
    [InlineData("http://2130706433/", HostNameProblem.IpAddress)]
    [InlineData("http://0x7f.1/", HostNameProblem.IpAddress)]
    [InlineData("https://[::1]/", HostNameProblem.IpAddress)]
    [InlineData("[::1]:443", HostNameProblem.IpAddress)]
    [InlineData("::1", HostNameProblem.IpAddress)]
    [InlineData("bitrix24", HostNameProblem.SingleLabel)]
    [InlineData("firm bitrix24.ua", HostNameProblem.BadCharacter)]
    [InlineData("firm.bitrix24.ua\\crm", HostNameProblem.BadCharacter)]
    [InlineData("firm.bitrix24.ua\r\nHost: other.example", HostNameProblem.BadCharacter)]
    [InlineData("firm.bitrix24.ua/\u0007", HostNameProblem.BadCharacter)]
    [InlineData("firm.b\u0456trix24.ua", HostNameProblem.LookAlike)]
    [InlineData("https://firm.b\u0456trix24.ua/crm", HostNameProblem.LookAlike)]
    [InlineData("firm.bitrix24\u3002ua", HostNameProblem.LookAlike)]
    [InlineData("firm.bitrix24.ua\uFF0Fcrm", HostNameProblem.LookAlike)]
    [InlineData("firm\u200B.bitrix24.ua", HostNameProblem.InvisibleCharacter)]
    public void Whatever_is_no_public_host_is_refused(string? typed, string problem) => Assert.Equal((null, problem), Read(typed));

    [Theory]
    [InlineData("firm.bitrix24.ua:8443")]
    [InlineData("https://firm.bitrix24.ua:80")]
    [InlineData("http://firm.bitrix24.ua:443")]
    [InlineData("firm.bitrix24.ua:")]
    [InlineData("firm.bitrix24.ua:0443")]
    [InlineData("firm.bitrix24.ua:99999999999999999999")]
    [InlineData("firm.bitrix24.ua:https")]
    [InlineData("127.0.0.1:8080")]
    [InlineData("localhost:5000")]
    public void A_port_is_refused(string typed) => Assert.Equal((null, PortalAddressProblem.Port), Read(typed));

    [Theory]
    [InlineData("admin@firm.bitrix24.ua")]
    [InlineData("https://firm.bitrix24.ua@other.example/")]
    [InlineData("https://user:password@firm.bitrix24.ua")]
    [InlineData("https://other.example\\@firm.bitrix24.ua")]
    public void A_user_before_the_host_is_refused(string typed) => Assert.Equal((null, PortalAddressProblem.UserInformation), Read(typed));

    [Theory]
    [InlineData("ftp://firm.bitrix24.ua")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript://firm.bitrix24.ua/%0aalert(1)")]
    [InlineData("://firm.bitrix24.ua")]
    public void A_scheme_of_anything_but_the_web_is_refused(string typed) => Assert.Equal((null, PortalAddressProblem.Scheme), Read(typed));

    [Fact]
    public void A_text_longer_than_any_address_is_not_read()
    {
        Assert.Equal(("firm.bitrix24.ua", null), Read("firm.bitrix24.ua/".PadRight(PortalAddress.MaxTypedLength, 'x')));
        Assert.Equal((null, HostNameProblem.TooLong), Read("firm.bitrix24.ua/".PadRight(PortalAddress.MaxTypedLength + 1, 'x')));
    }

    [Fact]
    public void Normalising_twice_changes_nothing()
    {
        var (host, _) = Read("https://Фірма.bitrix24.ua:443/crm");
        Assert.Equal((host, null), Read(host));
    }

    [Fact]
    public void Two_ways_to_type_one_portal_are_equal() =>
        Assert.Equal(PortalAddress.Normalise("HTTPS://FIRM.bitrix24.ua/").Value, PortalAddress.Normalise("firm.bitrix24.ua").Value);

    [Fact]
    public void Every_problem_has_a_code_of_its_own() =>
        Assert.Equal(PortalAddressProblem.All.Count, PortalAddressProblem.All.Distinct().Count());

    private static (string? Host, string? Problem) Read(string? typed)
    {
        var address = PortalAddress.Normalise(typed);
        return (address.Value?.Host, address.Problem);
    }
}
