using BillingHeadless.Server.Platform.Mail;

namespace BillingHeadless.Tests.Api.Mail;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("<p>Рахунок &amp; акт</p><p>Дякуємо</p>", "Рахунок & акт\n\nДякуємо\n")]
    [InlineData("<p>one<br>two</p>", "one\ntwo\n")]
    [InlineData("<ul><li>one</li><li>two</li></ul>", "- one\n- two\n")]
    [InlineData("<table><tr><td>Total</td><td>10 $</td></tr><tr><td>Tax</td><td>2 $</td></tr></table>", "Total 10 $\nTax 2 $\n")]
    [InlineData("<a href=\"https://a.example/?x=1&amp;y=2\">Pay</a>", "Pay: https://a.example/?x=1&y=2\n")]
    [InlineData("<a href=\"https://a.example/\">https://a.example/</a>", "https://a.example/\n")]
    [InlineData("<a href=\"mailto:help@a.example\">help@a.example</a>", "help@a.example\n")]
    [InlineData("<head><title>Hidden</title><style>p { }</style></head><p>Seen</p>", "Seen\n")]
    [InlineData("<!-- a > b --><p title=\"a > b\">Seen</p>", "Seen\n")]
    [InlineData("1 < 2 &lt; 3", "1 < 2 < 3\n")]
    public void Html_reads_as_text(string html, string text) => Assert.Equal(text, PlainText.Of(html));

    [Theory]
    [InlineData("<title>Акт &amp; рахунок</title>", "Акт & рахунок")]
    [InlineData("<html><head><title>\n Order 1 \n</title></head><body><p>x</p></body></html>", "Order 1")]
    [InlineData("<p>no title</p>", "")]
    public void The_title_is_the_subject(string html, string subject) => Assert.Equal(subject, PlainText.TitleOf(html));

    [Theory]
    [InlineData("<")]
    [InlineData("<a href=\"")]
    [InlineData("<!-- never closed")]
    [InlineData("</title><title>")]
    [InlineData("<style>")]
    public void Broken_html_is_no_error(string html) => Assert.EndsWith("\n", PlainText.Of(html));
}
