using System.Text;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Tests.Api.Http;

public sealed class UnwantedTextTests
{
    [Theory]
    [InlineData("""{"a": "\u0000"}""", true)]
    [InlineData("""{"a": "\u001F"}""", true)]
    [InlineData("""{"a": "\u0085"}""", true)]
    [InlineData("""{"a": "\b"}""", true)]
    [InlineData("""{"a": "\f"}""", true)]
    [InlineData("""{"\u0000": 1}""", true)]
    [InlineData("""{"a": "\\\u0000"}""", true)]
    [InlineData("""{"a": "\\u0000"}""", false)]
    [InlineData("""{"a": "\\b"}""", false)]
    [InlineData("""{"a": "\n\r\t\/\"\\ \u0020 \u0456"}""", false)]
    [InlineData("""{"a": "\u00""", false)]
    [InlineData("\\", false)]
    [InlineData("", false)]
    public void Escapes_of_control_characters_are_found(string json, bool found) => Assert.Equal(found, UnwantedText.IsInJson(Encoding.UTF8.GetBytes(json)));
}
