namespace BillingHeadless.Tests.Templating;

public class ExpressionTests
{
    [Theory]
    [InlineData("1 + 2 * 3 - 4", "3")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("7 / 2", "3.5")]
    [InlineData("8 / 2", "4")]
    [InlineData("7 // 2", "3")]
    [InlineData("7 % 4", "3")]
    [InlineData("0.1 + 0.2", "0.30000000000000004")]
    [InlineData("0.1m + 0.2m", "0.3")]
    [InlineData("1.50m", "1.50")]
    [InlineData("-3 + +2", "-1")]
    [InlineData("0xff", "255")]
    [InlineData("0b101", "5")]
    [InlineData("1e3", "1000")]
    public void Numbers_are_calculated(string expression, string expected) => Check(expression, expected);

    [Theory]
    [InlineData("2147483647 + 1", "2147483648")]
    [InlineData("-2147483648 - 1", "-2147483649")]
    [InlineData("9223372036854775807 + 1", "9223372036854775808")]
    [InlineData("9223372036854775807 * 9223372036854775807 - 9223372036854775807 * 9223372036854775807", "0")]
    [InlineData("(9223372036854775807 + 1 - 1) | object.kind", "long")]
    public void An_integer_that_gets_too_large_grows_into_a_wider_type(string expression, string expected) => Check(expression, expected);

    [Theory]
    [InlineData("'a' + 'b' + 1", "ab1")]
    [InlineData("'ab' * 3", "ababab")]
    [InlineData("3 * 'ab'", "ababab")]
    [InlineData("'a' + null + true", "atrue")]
    [InlineData("'1' == 1", "true")]
    [InlineData("'abc' < 'abd'", "true")]
    [InlineData("'b' > 'A'", "true")]
    [InlineData("$'{1 + 1} is {\"two\"}'", "2 is two")]
    public void Text_is_joined_repeated_and_compared(string expression, string expected) => Check(expression, expected);

    [Theory]
    [InlineData("true && 0", "true")]
    [InlineData("null || ''", "true")]
    [InlineData("!null", "true")]
    [InlineData("null ?? 'x'", "x")]
    [InlineData("5 ?! 'x'", "x")]
    [InlineData("true ? 'yes' : 'no'", "yes")]
    [InlineData("false ? 1 : true ? 2 : 3", "2")]
    [InlineData("null + 1", "")]
    [InlineData("null < 1", "false")]
    [InlineData("null == null", "true")]
    [InlineData("null == ''", "true")]
    [InlineData("true + 1", "2")]
    [InlineData("true == 1", "true")]
    [InlineData("(if) = 5; (if)++; (if) += 1; (if)", "57")]
    [InlineData("{} == empty", "true")]
    [InlineData("[1] == empty", "false")]
    public void Only_null_and_false_are_false(string expression, string expected) => Check(expression, expected);

    [Theory]
    [InlineData("1..4", "[1, 2, 3, 4]")]
    [InlineData("4..1", "[4, 3, 2, 1]")]
    [InlineData("1..<4", "[1, 2, 3]")]
    [InlineData("[1, 'two', null, {three: 3}]", "[1, \"two\", null, {three: 3}]")]
    [InlineData("[1] + [2]", "[1, 2]")]
    [InlineData("[1] << 2", "[1, 2]")]
    [InlineData("1 >> [2]", "[1, 2]")]
    [InlineData("[1, 2, 3][-1]", "3")]
    [InlineData("[1, 2, 3].size", "3")]
    [InlineData("{a: {b: 'c'}}.a.b", "c")]
    [InlineData("{a: 1}['a']", "1")]
    [InlineData("{}?.a?.b", "")]
    [InlineData("{}?.a.b.c", "")]
    [InlineData("'text'.nothing", "")]
    [InlineData("{'a b': 1}", "{\"a b\": 1}")]
    [InlineData("[1, 2, 3, 4] / 2", "[1, 2]")]
    [InlineData("[1, 2, 3, 4] % 2", "[1, 3]")]
    [InlineData("[1, 2] < [1, 3]", "false")]
    [InlineData("[1, 2] <= [1, 3]", "true")]
    [InlineData("[1, 2] == [1, 2]", "true")]
    [InlineData("@string.upcase", "<function>")]
    public void Arrays_and_objects_are_made_and_read(string expression, string expected) => Check(expression, expected);

    private static void Check(string expression, string expected) => Assert.Equal(expected, Rendering.Plain($"{{{{ {expression} }}}}"));
}
