namespace BillingHeadless.Tests.Templating;

public class WhitespaceTests
{
    [Theory]
    [InlineData("a \n {{- 1 -}} \n b", "a1b")]
    [InlineData("a \n {{~ 1 ~}} \n b", "a \n1 b")]
    [InlineData("a {{~ 1 ~}} b", "a1b")]
    [InlineData("a\r\n  {{~ 1 ~}}\r\n  b", "a\r\n1  b")]
    [InlineData("a {{ 1 }} b", "a 1 b")]
    [InlineData("{{-}} {{~}} {{--}}", "")]
    [InlineData("{{x=1-}} \n\n {{-x}}", "1")]
    public void White_space_is_stripped_where_a_mark_says_so(string template, string expected) =>
        Assert.Equal(expected, Rendering.Plain(template));

    [Fact]
    public void A_line_that_holds_only_a_statement_vanishes() => Assert.Equal(
        "<ul>\n  <li>1</li>\n  <li>2</li>\n</ul>\n",
        Rendering.Plain("<ul>\n  {{~ for x in 1..2 ~}}\n  <li>{{ x }}</li>\n  {{~ end ~}}\n</ul>\n"));

    [Theory]
    [InlineData("{%{a {{ b }} }%}", "a {{ b }} ")]
    [InlineData("{%%{a }%} b}%%}c", "a }%} bc")]
    [InlineData("x \n{%{- y -}%}\n z", "x y z")]
    [InlineData("{%{}%}", "")]
    public void An_escape_block_stands_as_it_is(string template, string expected) => Assert.Equal(expected, Rendering.Plain(template));

    [Theory]
    [InlineData("  {{ lines }}!", "  one\n  two!")]
    [InlineData("x {{ lines }}", "x one\ntwo")]
    [InlineData("  {{~ lines }}", "one\ntwo")]
    [InlineData("\t{{ 1; \"\\n\"; 2 }}", "\t1\n\t2")]
    [InlineData("  {{ capture c }}a\nb{{ end; c }}", "  a\n  b")]
    [InlineData("{{ func f }}a\nb{{ end }}  {{ f }}\n  {{ f }}", "  a\nb\n  a\n  b")]
    public void A_code_block_that_begins_its_line_indents_what_it_writes(string template, string expected) =>
        Assert.Equal(expected, Rendering.Plain(template, ("lines", "one\ntwo")));

    [Fact]
    public void An_include_is_indented_like_its_code_block()
    {
        var options = new BillingHeadless.Templating.TemplateOptions { Include = _ => "{\n  {{ 1 }}\n}" };
        Assert.Equal("x:\n  {\n    1\n  }\n", Rendering.With(options, "x:\n  {{ include 'braces' }}\n"));
    }

    [Theory]
    [InlineData("{{ 'text'\n  | string.upcase\n  | string.append '!' }}", "TEXT!")]
    [InlineData("{{ 'text' |\n string.upcase }}", "TEXT")]
    [InlineData("{{ (1 +\n 2) }}", "3")]
    [InlineData("{{ [1,\n\n2\n] }}", "[1, 2]")]
    [InlineData("{{ x = {\na:\n1\n,\nb: 2 }\nx.b }}", "2")]
    [InlineData("{{ 1 +\n2 }}", "3")]
    [InlineData("{{ true\n}}", "true")]
    [InlineData("{{ 1; 2\n3;;4 }}", "1234")]
    public void Lines_end_statements_but_not_what_is_open(string template, string expected) =>
        Assert.Equal(expected, Rendering.Plain(template));
}
