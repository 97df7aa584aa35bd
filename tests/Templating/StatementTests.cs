namespace BillingHeadless.Tests.Templating;

public class StatementTests
{
    [Theory]
    [InlineData("{{ if n > 3 }}many{{ else if n > 1 }}some{{ else }}few{{ end }}", 5, "many")]
    [InlineData("{{ if n > 3 }}many{{ else if n > 1 }}some{{ else }}few{{ end }}", 2, "some")]
    [InlineData("{{ if n > 3 }}many{{ else if n > 1 }}some{{ else }}few{{ end }}", 0, "few")]
    [InlineData("{{ if n }}zero is true{{ end }}", 0, "zero is true")]
    [InlineData("{{ case n; when 1, 2; 'low'; when 3 || 4; 'middle'; else; 'high'; end }}", 2, "low")]
    [InlineData("{{ case n; when 1, 2; 'low'; when 3 || 4; 'middle'; else; 'high'; end }}", 4, "middle")]
    [InlineData("{{ case n; when 1, 2; 'low'; when 3 || 4; 'middle'; else; 'high'; end }}", 9, "high")]
    [InlineData("{{ case n }} {{ when 2 - 1 }}one{{ when 2 }}two{{ end }}", 1, "one")]
    public void The_first_branch_that_holds_runs(string template, int n, string expected) =>
        Assert.Equal(expected, Rendering.Plain(template, ("n", n)));

    [Theory]
    [InlineData("{{ for x in [3, 1, 2] }}{{ x }},{{ end }}", "3,1,2,")]
    [InlineData("{{ for x in 1..6 offset: 1 limit: 3 }}{{ x }}{{ end }}", "234")]
    [InlineData("{{ for x in (1..6) limit:2 offset:3 reversed }}{{ x }}{{ end }}", "54")]
    [InlineData("{{ for x in 1..5 reversed }}{{ x }}{{ end }}", "54321")]
    [InlineData("{{ for x in 5..1 }}{{ x }}{{ end }}", "54321")]
    [InlineData("{{ for x in [] }}a{{ else }}none{{ end }}", "none")]
    [InlineData("{{ for x in null }}a{{ else }}none{{ end }}", "")]
    [InlineData("{{ for x in 1..4 offset: 2 }}{{ for.index }}{{ for.first }}{{ for.last }} {{ end }}", "2falsefalse 3falsetrue ")]
    [InlineData("{{ for x in [1] offset: 5 }}a{{ else }}none{{ end }}", "none")]
    [InlineData("{{ for m in {a: 1, b: 2} }}{{ m.key }}={{ m.value }};{{ end }}", "a=1;b=2;")]
    [InlineData("{{ for c in 'abc' }}{{ c }}.{{ end }}", "a.b.c.")]
    [InlineData("{{ for x in 1..9; if x == 2; continue; end; if x == 5; break; end; x; end }}", "134")]
    [InlineData("{{ for x in 1..2; for y in 1..3; if y == 2; break; end; $'{x}{y} '; end; end }}", "11 21 ")]
    [InlineData("{{ for x in ['b', 'a'] | array.sort }}{{ x }}{{ end }}", "ab")]
    public void A_loop_goes_through_a_list(string template, string expected) => Assert.Equal(expected, Rendering.Plain(template));

    [Fact]
    public void A_loop_tells_where_it_is() => Assert.Equal(
        "0 3 true false true false true|1 2 false false false true false|2 1 false false true false true|3 0 false true false true true|",
        Rendering.Plain(
            "{{ for x in ['a', 'a', 'b', 'c'] }}{{ for.index }} {{ for.rindex }} {{ for.first }} {{ for.last }} "
            + "{{ for.even }} {{ for.odd }} {{ for.changed }}|{{ end }}"));

    [Theory]
    [InlineData("{{ x = 0; while x < 3; x += 1; x; end }}", "123")]
    [InlineData("{{ x = 9; while true; x -= 1; if x % 2 == 0; continue; end; x; if x < 4; break; end; end }}", "753")]
    [InlineData("{{ x = 2; while x > 0; x--; $'{while.index}{while.first}'; end }}", "20true11false")]
    public void A_while_loop_runs_as_long_as_its_condition_holds(string template, string expected) =>
        Assert.Equal(expected, Rendering.Plain(template));

    [Theory]
    [InlineData("{{ for x in 1..2; end; x }}", "")]
    [InlineData("{{ x = 'before'; for x in 1..2; end; x }}", "before")]
    [InlineData("{{ for $x in 1..2; end; $x }}", "")]
    [InlineData("{{ for x in 1..3; last = x; end; last }}", "3")]
    public void The_variable_of_a_loop_ends_with_it_and_others_stay(string template, string expected) =>
        Assert.Equal(expected, Rendering.Plain(template));

    [Theory]
    [InlineData("{{ x = 7; x += 3; x -= 1; x *= 4; x /= 3; x }}", "12")]
    [InlineData("{{ x = 7; x //= 2; x %= 2; x }}", "1")]
    [InlineData("{{ x ??= 1; x ??= 2; x }}", "1")]
    [InlineData("{{ x = 1; x++; ++x; y = x--; $'{x} {y}' }}", "132 3")]
    [InlineData("{{ o = {}; o.a = 1; o['b'] = 2; o.a += o.b; o }}", "{a: 3, b: 2}")]
    [InlineData("{{ l = []; l[2] = 'x'; l }}", "[null, null, \"x\"]")]
    [InlineData("{{ l = [1, 2]; l[-1] = 'x'; l.note = 'y'; l; l.note }}", "[1, \"x\"]y")]
    [InlineData("{{ this.a = 1; this['b'] = 2; a + b }}", "3")]
    public void Variables_members_and_elements_are_assigned(string template, string expected) =>
        Assert.Equal(expected, Rendering.Plain(template));

    [Theory]
    [InlineData("{{ capture c }}a{{ 1 + 1 }}b{{ end; c + c }}", "a2ba2b")]
    [InlineData("{{ capture o }}x{{ end; capture $l }}y{{ end; $l + o }}", "yx")]
    [InlineData("{{ o = {a: 1}; with o; a = a + 1; b = 'new'; end; o; a }}", "{a: 2, b: \"new\"}")]
    [InlineData("{{ with {inner: 1}; $'{inner} {outer}'; end }}", "1 out")]
    [InlineData("{{ import {a: 1, outer: 2}; a + outer }}", "3")]
    [InlineData("{{ readonly outer; import {outer: 2}; outer }}", "out")]
    [InlineData("before{{ ret }}after", "before")]
    [InlineData("{{ for x in 1..3; x; ret; end }}after", "1")]
    public void Blocks_capture_scope_and_end(string template, string expected) =>
        Assert.Equal(expected, Rendering.Plain(template, ("outer", "out")));

    [Fact]
    public void A_table_row_loop_writes_rows_and_cells() => Assert.Equal(
        "<tr class=\"row1\"><td class=\"col1\">1</td><td class=\"col2\">2</td></tr>\n<tr class=\"row2\"><td class=\"col1\">3</td></tr>\n",
        Rendering.Plain("{{ tablerow x in 1..3 cols: 2 }}{{ x }}{{ end }}"));

    [Theory]
    [InlineData("{{ # a comment }}x", "x")]
    [InlineData("{{ 1 # one\n 2 }}", "12")]
    [InlineData("{{ ## over\nlines ## 3 }}", "3")]
    [InlineData("{{ ## never closed }}x", "x")]
    [InlineData("{{ # stripped -}}  x", "x")]
    public void Comments_are_left_out(string template, string expected) => Assert.Equal(expected, Rendering.Plain(template));

    [Fact]
    public void A_keyword_is_a_name_inside_an_expression() => Assert.Equal("5", Rendering.Plain("{{ (if) = 5; x = if; x }}"));

    [Fact]
    public void A_keyword_is_no_name_at_the_start_of_a_statement() =>
        Assert.Contains("Error while parsing case statement", Rendering.ParseError("{{ case = {a: 1} }}"));
}
