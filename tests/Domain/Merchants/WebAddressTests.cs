using BillingHeadless.Domain.Merchants;

namespace BillingHeadless.Tests.Domain.Merchants;

/// <summary>Addresses as they are typed, and as a header can hold them.</summary>
public sealed class WebAddressTests
{
    [Theory]
    [InlineData("https://shop.example/thanks?a=1&b=2#c", "https://shop.example/thanks?a=1&b=2#c")]
    [InlineData("https://shop.example:8443/%2Fa%2520b", "https://shop.example:8443/%2Fa%2520b")]
    [InlineData("https://магазин.укр/дякуємо?є=ї", "https://xn--80aairftm.xn--j1amh/%D0%B4%D1%8F%D0%BA%D1%83%D1%94%D0%BC%D0%BE?%D1%94=%D1%97")]
    [InlineData("http://[::1]:5080/ok", "http://[::1]:5080/ok")]
    public void An_address_in_any_script_can_be_written_in_ascii(string typed, string expected) => Assert.Equal(expected, WebAddress.InAscii(typed));

    [Theory]
    [InlineData("shop.example")]
    [InlineData("ftp://shop.example/")]
    [InlineData("https://")]
    [InlineData("https://xn--ї.ua/")]
    [InlineData("https://-ї-.ua/")]
    [InlineData("https://аааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааа.укр/")]
    public void Where_no_browser_could_go_is_no_address(string typed) => Assert.Null(WebAddress.InAscii(typed));

    [Theory]
    [InlineData("https://Магазин.укр:443/", "https://xn--80aairftm.xn--j1amh")]
    [InlineData("http://shop.example:8080", "http://shop.example:8080")]
    public void An_origin_is_written_as_browsers_write_it(string typed, string expected) => Assert.Equal(expected, WebOrigin.Parse(typed).Value!.Text);

    [Theory]
    [InlineData("https://xn--ї.ua")]
    [InlineData("https://user@shop.example")]
    [InlineData("https://shop.example/page")]
    public void What_browsers_would_not_write_is_no_origin(string typed) => Assert.False(WebOrigin.Parse(typed).IsAccepted);
}
