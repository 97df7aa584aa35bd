using BillingHeadless.Templating;

namespace BillingHeadless.Tests.Templating;

/// <summary>The functions of <c>array</c>, <c>math</c>, <c>object</c>, <c>date</c> and <c>timespan</c>.</summary>
public class ValueFunctionTests
{
    private static readonly DateTimeOffset Moment = new(2026, 2, 5, 14, 3, 9, 7, TimeSpan.FromHours(2));

    [Theory]
    [InlineData("[3, 1, 2] | array.sort", "[1, 2, 3]")]
    [InlineData("['b', 'C', 'a'] | array.sort", "[\"a\", \"b\", \"C\"]")]
    [InlineData("[true, 'x', 2, null, 1.5] | array.sort", "[null, true, 1.5, 2, \"x\"]")]
    [InlineData("[{n: 2, k: 'a'}, {n: 1, k: 'b'}, {n: 2, k: 'c'}] | array.sort 'n' | array.map 'k'", "[\"b\", \"a\", \"c\"]")]
    [InlineData("[1, 2, 1, '1', 2] | array.uniq", "[1, 2, \"1\"]")]
    [InlineData("[1, 2] | array.add 3", "[1, 2, 3]")]
    [InlineData("[1, 2] | array.add_range [3, 4]", "[1, 2, 3, 4]")]
    [InlineData("null | array.concat [1]", "[1]")]
    [InlineData("[1, null, 2] | array.compact", "[1, 2]")]
    [InlineData("[1, 2, 3] | array.first", "1")]
    [InlineData("[1, 2, 3] | array.last", "3")]
    [InlineData("[] | array.first", "")]
    [InlineData("[1, 2, 3] | array.limit 2", "[1, 2]")]
    [InlineData("[1, 2, 3] | array.offset 2", "[3]")]
    [InlineData("[1, 2, 3] | array.reverse", "[3, 2, 1]")]
    [InlineData("[1, 2, 3] | array.remove_at 1", "[1, 3]")]
    [InlineData("[1, 2, 3] | array.insert_at 1 9", "[1, 9, 2, 3]")]
    [InlineData("[1, 2, 3] | array.contains 2", "true")]
    [InlineData("[1, 2, 3] | array.join '-'", "1-2-3")]
    [InlineData("[1, 2] | array.join '-' @(do; ret '<' + $0 + '>'; end)", "<1>-<2>")]
    [InlineData("['a', 'b'] | array.each @string.upcase", "[\"A\", \"B\"]")]
    [InlineData("['a', ''] | array.filter @string.empty", "[\"\"]")]
    [InlineData("['ab', 'c'] | array.any @string.contains 'c'", "true")]
    [InlineData("1..3 | array.size", "3")]
    [InlineData("{a: 1} | array.map 'key'", "[\"a\"]")]
    public void Arrays_are_worked_on(string expression, string expected) => Check(expression, expected);

    [Fact]
    public void A_function_of_an_array_changes_no_array() => Assert.Equal(
        "[2, 1]",
        Rendering.Plain("{{ a = [2, 1]; b = a | array.sort; b = a | array.add 3; b = a | array.reverse; a }}"));

    [Fact]
    public void A_cycle_goes_round() => Assert.Equal(
        "oddeven1oddeven2oddeven",
        Rendering.Plain("{{ for x in 1..3; array.cycle ['odd', 'even']; array.cycle ['odd', 'even']; array.cycle [1, 2, ''] 'group'; end }}"));

    [Theory]
    [InlineData("4.2 | math.ceil", "5")]
    [InlineData("-4.2 | math.floor", "-5")]
    [InlineData("4.567 | math.round 2", "4.57")]
    [InlineData("4.565m | math.round 2", "4.56")]
    [InlineData("-3 | math.abs", "3")]
    [InlineData("7 | math.divided_by 2", "3")]
    [InlineData("7 | math.divided_by 2.0", "3.5")]
    [InlineData("'2' | math.plus 3 | math.minus 1 | math.times 4 | math.modulo 5", "1")]
    [InlineData("1 | math.is_number", "true")]
    [InlineData("'1' | math.is_number", "false")]
    [InlineData("1234.5 | math.format 'N2'", "1,234.50")]
    [InlineData("1234.5 | math.format 'N2' 'de-DE'", "1.234,50")]
    [InlineData("1234.5m | math.format '0.00' 'uk-UA'", "1234,50")]
    [InlineData("null | math.round", "")]
    public void Numbers_are_worked_on(string expression, string expected) => Check(expression, expected);

    [Theory]
    [InlineData("null | object.default 'x'", "x")]
    [InlineData("'' | object.default 'x'", "x")]
    [InlineData("false | object.default 'x'", "false")]
    [InlineData("{a: null} | object.has_key 'a'", "true")]
    [InlineData("{a: null} | object.has_value 'a'", "false")]
    [InlineData("{b: 1, a: 2} | object.keys", "[\"b\", \"a\"]")]
    [InlineData("{b: 1, a: 2} | object.values", "[1, 2]")]
    [InlineData("{b: 1, a: 2} | object.size", "2")]
    [InlineData("'abc' | object.size", "3")]
    [InlineData(
        "[1.5, 1, '', true, [], {}, 1..2] | array.each @object.typeof | array.join ' '",
        "number number string boolean array object iterator")]
    [InlineData(
        "[1.5, 1, '', true, [], {}, 1..2, 1m] | array.each @object.kind | array.join ' '",
        "double int string bool array object range decimal")]
    [InlineData("{a: [1, 'x', null], b: {c: 1.5}} | object.to_json", "{\"a\":[1,\"x\",null],\"b\":{\"c\":1.5}}")]
    [InlineData("'<b>' | object.to_json", "\"\\u003Cb\\u003E\"")]
    [InlineData("'{\"a\": [1, 2.5, true, null]}' | object.from_json", "{a: [1, 2.5, true, null]}")]
    [InlineData("255 | object.format 'x'", "ff")]
    public void Objects_are_worked_on(string expression, string expected) => Check(expression, expected);

    [Theory]
    [InlineData("m", "05 Feb 2026")]
    [InlineData("m | date.to_string '%Y-%m-%d %H:%M:%S.%L %Z'", "2026-02-05 14:03:09.007 +02:00")]
    [InlineData("m | date.to_string '%e|%k|%l|%I|%p|%P|%y|%C|%j'", " 5|14| 2|02|PM|pm|26|20|036")]
    [InlineData("m | date.to_string '%A %a %B %b %h|%u %w|%U %W %V'", "Thursday Thu February Feb Feb|4 4|06 06 06")]
    [InlineData(
        "m | date.to_string '%D %F %T %R %r %v %x %X'",
        "02/05/26 2026-02-05 14:03:09 14:03 02:03:09 PM  5-FEB-2026 02/05/2026 14:03:09")]
    [InlineData("m | date.to_string '%s %N%%%n%t.'", "1770292989 007000000%\n\t.")]
    [InlineData("m | date.to_string '%d %B %Y, %A' 'uk-UA'", "05 лютий 2026, четвер")]
    [InlineData("m | date.to_string '%x' 'kk-KZ'", "05.02.2026")]
    [InlineData("m | date.add_months 1 | date.add_days 1 | date.add_years (-1)", "06 Mar 2025")]
    [InlineData("'2026/01/31' | date.parse | date.add_months 1", "28 Feb 2026")]
    [InlineData("date.parse '31.12.2026' '%d.%m.%Y'", "31 Dec 2026")]
    [InlineData("date.parse '3/4/2026' culture: 'en-GB'", "03 Apr 2026")]
    [InlineData("'2026-02-05' | date.parse_to_string '%d.%m.%y'", "05.02.26")]
    [InlineData("(date.parse '2026/02/06') - (date.parse '2026/02/05')", "1.00:00:00")]
    [InlineData("(date.parse '2026/02/05') < (date.parse '2026/02/06')", "true")]
    [InlineData("(date.parse '2026/02/05') + (timespan.from_hours 36)", "06 Feb 2026")]
    [InlineData("m.year + '-' + m.month + '-' + m.day + ' ' + m.hour + ' ' + m.day_of_year", "2026-2-5 14 36")]
    [InlineData("date.format = '%Y'; m; date.format = date.default_format; m", "202605 Feb 2026")]
    [InlineData("date.now", "05 Feb 2026")]
    [InlineData("null | date.to_string '%Y'", "")]
    public void Dates_are_worked_on(string expression, string expected) => Assert.Equal(
        expected,
        Rendering.With(new TemplateOptions { Now = () => Moment }, $"{{{{ {expression} }}}}", ("m", Moment)));

    [Theory]
    [InlineData("(timespan.from_minutes 90).total_hours", "1.5")]
    [InlineData("(timespan.from_days 1.5).hours", "12")]
    [InlineData("timespan.from_seconds 61", "00:01:01")]
    [InlineData("timespan.from_milliseconds 1500", "00:00:01.5000000")]
    [InlineData("(timespan.parse '1.02:03:04').days", "1")]
    [InlineData("timespan.zero == (timespan.from_days 0)", "true")]
    public void Time_spans_are_worked_on(string expression, string expected) => Check(expression, expected);

    private static void Check(string expression, string expected) => Assert.Equal(expected, Rendering.Plain($"{{{{ {expression} }}}}"));
}
