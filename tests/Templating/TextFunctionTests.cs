namespace BillingHeadless.Tests.Templating;

/// <summary>The functions of <c>string</c>, <c>html</c> and <c>regex</c>.</summary>
public class TextFunctionTests
{
    [Theory]
    [InlineData("'word' | string.capitalize", "Word")]
    [InlineData("'two words' | string.capitalizewords", "Two Words")]
    [InlineData("'ШАНА' | string.downcase", "шана")]
    [InlineData("'шана' | string.upcase", "ШАНА")]
    [InlineData("'  Hello, World 42! ' | string.handleize", "-hello-world-42")]
    [InlineData("1 | string.pluralize 'item' 'items'", "item")]
    [InlineData("0 | string.pluralize 'item' 'items'", "items")]
    [InlineData("' x ' | string.strip", "x")]
    [InlineData("' x ' | string.lstrip", "x ")]
    [InlineData("' x ' | string.rstrip", " x")]
    [InlineData("\"a\\r\\nb\\nc\" | string.strip_newlines", "abc")]
    [InlineData("'7' | string.pad_left 3", "  7")]
    [InlineData("'7' | string.pad_right 3", "7  ")]
    [InlineData("null | string.upcase", "")]
    public void Text_is_changed(string expression, string expected) => Check(expression, expected);

    [Theory]
    [InlineData("'invoice' | string.contains 'voi'", "true")]
    [InlineData("'invoice' | string.contains null", "false")]
    [InlineData("null | string.contains 'x'", "false")]
    [InlineData("'invoice' | string.starts_with 'in'", "true")]
    [InlineData("'invoice' | string.ends_with 'in'", "false")]
    [InlineData("'ABC' | string.equals_ignore_case 'abc'", "true")]
    [InlineData("'' | string.empty", "true")]
    [InlineData("' ' | string.whitespace", "true")]
    [InlineData("'four' | string.size", "4")]
    [InlineData("null | string.size", "0")]
    [InlineData("'abcabc' | string.index_of 'c'", "2")]
    [InlineData("'abcabc' | string.index_of 'c' 3", "5")]
    [InlineData("'abcabc' | string.index_of 'C' stringComparison: 'OrdinalIgnoreCase'", "2")]
    public void Text_is_examined(string expression, string expected) => Check(expression, expected);

    [Theory]
    [InlineData("'b' | string.append 'c' | string.prepend 'a'", "abc")]
    [InlineData("'x-x-x' | string.replace 'x' 'yy'", "yy-yy-yy")]
    [InlineData("'x-x-x' | string.replace_first 'X' 'y'", "y-x-x")]
    [InlineData("'x-x-x' | string.replace_first 'x' 'y' true", "x-x-y")]
    [InlineData("'x-x-x' | string.remove 'x'", "--")]
    [InlineData("'x-x-x' | string.remove_first 'x'", "-x-x")]
    [InlineData("'x-x-x' | string.remove_last 'x'", "x-x-")]
    [InlineData("'abcdef' | string.slice 2", "cdef")]
    [InlineData("'abcdef' | string.slice (-3) 2", "de")]
    [InlineData("'abcdef' | string.slice 4 9", "ef")]
    [InlineData("'abcdef' | string.slice1 2", "c")]
    [InlineData("'a,b,,c' | string.split ','", "[\"a\", \"b\", \"c\"]")]
    [InlineData("'a long sentence' | string.truncate 9", "a long...")]
    [InlineData("'a long sentence' | string.truncate 7 '~'", "a long~")]
    [InlineData("'one two three' | string.truncatewords 2", "one two...")]
    [InlineData("'short' | string.truncate 20", "short")]
    public void Text_is_joined_and_cut(string expression, string expected) => Check(expression, expected);

    [Theory]
    [InlineData("'42' | string.to_int", "42")]
    [InlineData("'4200000000' | string.to_int", "")]
    [InlineData("'4200000000' | string.to_long", "4200000000")]
    [InlineData("'1.5' | string.to_double", "1.5")]
    [InlineData("'no' | string.to_double", "")]
    [InlineData("'1.5' | string.to_float | object.kind", "float")]
    [InlineData("'a\"b' | string.escape", "a\\\"b")]
    [InlineData("'a\"b' | string.literal", "\"a\\\"b\"")]
    [InlineData("'ключ' | string.base64_encode", "0LrQu9GO0Yc=")]
    [InlineData("'0LrQu9GO0Yc=' | string.base64_decode", "ключ")]
    [InlineData("'abc' | string.md5", "900150983cd24fb0d6963f7d28e17f72")]
    [InlineData("'abc' | string.sha1", "a9993e364706816aba3e25717850c26c9cd0d89d")]
    [InlineData("'abc' | string.sha256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("'abc' | string.hmac_sha1 'key'", "4fd0b215276ef12f2b3e4c8ecac2811498b656fc")]
    public void Text_is_converted(string expression, string expected) => Check(expression, expected);

    [Theory]
    [InlineData("'<a href=\"x\">it\\'s</a>' | html.escape", "&lt;a href=&quot;x&quot;&gt;it&#39;s&lt;/a&gt;")]
    [InlineData("'<b>bold</b> <i title=\">\">x</i>' | html.strip", "bold x")]
    [InlineData("'a<!-- <b> -->b<style>p {}</style>c' | html.strip", "abc")]
    [InlineData("'1 < 2' | html.strip", "1 < 2")]
    [InlineData("\"a\\r\\nb\" | html.newline_to_br", "a<br />\r\nb")]
    [InlineData("'a b&c' | html.url_encode", "a%20b%26c")]
    [InlineData("'https://x.test/a b?c=<d>' | html.url_escape", "https://x.test/a%20b?c=%3Cd%3E")]
    public void Text_is_made_fit_for_HTML(string expression, string expected) => Check(expression, expected);

    [Theory]
    [InlineData("'order 42, item 7' | regex.match `(\\w+) (\\d+)`", "[\"order 42\", \"order\", \"42\"]")]
    [InlineData("'order 42, item 7' | regex.matches `\\d+`", "[[\"42\"], [\"7\"]]")]
    [InlineData("'none' | regex.match `\\d+`", "[]")]
    [InlineData("'a1b22' | regex.replace `\\d+` '#'", "a#b#")]
    [InlineData("'john doe' | regex.replace `(\\w+) (\\w+)` '$2 $1'", "doe john")]
    [InlineData("'ABC' | regex.replace 'b' '-' 'i'", "A-C")]
    [InlineData("'a, b;c' | regex.split `[,;]\\s*`", "[\"a\", \"b\", \"c\"]")]
    [InlineData("'a1b' | regex.split `(\\d)`", "[\"a\", \"1\", \"b\"]")]
    [InlineData("'1+1' | regex.escape", "1\\+1")]
    [InlineData("`1\\+1` | regex.unescape", "1+1")]
    public void Text_is_matched(string expression, string expected) => Check(expression, expected);

    private static void Check(string expression, string expected) => Assert.Equal(expected, Rendering.Plain($"{{{{ {expression} }}}}"));
}
