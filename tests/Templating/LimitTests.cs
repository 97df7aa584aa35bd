using BillingHeadless.Templating;

namespace BillingHeadless.Tests.Templating;

/// <summary>Templates that try to use up the machine: each ends in an error that names the limit it met.</summary>
public class LimitTests
{
    [Theory]
    [InlineData("{{ while true; end }}")]
    [InlineData("{{ for x in 1..1000000000; end }}")]
    [InlineData("{{ (1..2000000000) | array.reverse }}")]
    [InlineData("{{ for x in 1..1000; for y in 1..1000; for z in 1..1000; end; end; end }}")]
    [InlineData("{{ a = 1..1000; for x in 1..1000; b = a | array.reverse | array.sort; end }}")]
    [InlineData("{{ a = 'x' * 100000; while true; b = a | string.contains 'y'; end }}")]
    public void Time_is_bounded_by_steps(string template) => Meets("steps", template);

    [Theory]
    [InlineData("{{ a = 'x'; for i in 1..100; a = a + a; end }}")]
    [InlineData("{{ 'x' * 1000000000 }}")]
    [InlineData("{{ 'x' | string.pad_left 2000000000 }}")]
    [InlineData("{{ 'x' | string.pad_right 2000000000 }}")]
    [InlineData("{{ a = 'x' * 1000000; a | string.replace 'x' a }}")]
    [InlineData("{{ a = 'x' * 1000000; [a, a] | array.join '' }}")]
    [InlineData("{{ a = 'x' * 1000; a | regex.replace '.' a | regex.replace '.' a }}")]
    [InlineData("{{ a = 'x' * 600000; $'{a}{a}' }}")]
    public void A_string_value_is_bounded(string template) => Meets("characters for a string value", template);

    [Theory]
    [InlineData("{{ a = [1]; for i in 1..100; a = a + a; end }}")]
    [InlineData("{{ a = [1]; for i in 1..100; a = array.concat a a; end }}")]
    [InlineData("{{ a = []; a[2000000000] = 1 }}")]
    [InlineData("{{ (1..200000) | array.reverse }}")]
    [InlineData("{{ [1] | array.insert_at 2000000000 1 }}")]
    public void A_list_is_bounded(string template) => Meets("elements", template);

    [Fact]
    public void The_output_is_bounded() => Meets("output", "{{ a = 'x' * 1000000; for i in 1..10; a; end }}");

    [Fact]
    public void All_that_is_built_is_bounded() =>
        Meets("bytes", "{{ for i in 1..1000; a = 'x' * 1000000; end }}", Limits.Default with { Steps = int.MaxValue });

    [Theory]
    [InlineData("{{ func f; f; end; f }}")]
    [InlineData("{{ func f(x); f x; end; f 1 }}")]
    [InlineData("{{ f(x) = f(x); f(1) }}")]
    [InlineData("{{ func f; $$; end; wrap f; wrap f; $$; end; f; end; f = @g; func g; [1] | array.each @g; end; g }}")]
    public void Recursion_is_bounded(string template) => Meets("recursive depth limit", template);

    [Fact]
    public void Includes_that_include_each_other_are_bounded()
    {
        var options = new TemplateOptions { Include = name => name == "a" ? "{{ include 'b' }}" : "{{ include 'a' }}" };
        Assert.Contains("recursive depth limit", Rendering.RenderError("{{ include 'a' }}", options).Message);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("-", "")]
    [InlineData("!", "")]
    [InlineData("f(", ")")]
    [InlineData("a[", "]")]
    [InlineData("true ? 1 : ", "")]
    [InlineData("{a: ", "}")]
    [InlineData("do; ", "; end")]
    [InlineData("if true; ", "; end")]
    [InlineData("1 + ", "")]
    [InlineData("a.", "")]
    [InlineData("a | ", "")]
    public void Nesting_is_bounded_when_a_template_is_read(string open, string close)
    {
        var source = "{{ " + string.Concat(Enumerable.Repeat(open, 10_000)) + "x" + string.Concat(Enumerable.Repeat(close, 10_000)) + " }}";
        Assert.Contains("Exceeding the limit", Rendering.ParseError(source));
    }

    [Fact]
    public void The_source_is_bounded() => Assert.Contains("characters for a template", Rendering.ParseError(new string('x', 300_000)));

    [Theory]
    [InlineData("(a{1000}){1000}")]
    [InlineData("((((a{100}){100}){100}){100}){100}")]
    [InlineData("a{2000000000}")]
    public void A_regular_expression_is_bounded(string pattern) =>
        Meets("characters for a regular expression", $"{{{{ 'a' | regex.match '{pattern}' }}}}");

    [Theory]
    [InlineData(@"(a)\1")]
    [InlineData("(?=a)")]
    [InlineData("(?<!a)b")]
    public void A_regular_expression_that_needs_backtracking_is_refused(string pattern) =>
        Assert.Contains("is not supported", Rendering.RenderError($"{{{{ 'a' | regex.match `{pattern}` }}}}").Text);

    [Fact]
    public void A_regular_expression_that_is_slow_elsewhere_is_fast() =>
        Assert.Equal("[]", Rendering.Plain("{{ ('a' * 30000) | regex.match '^(a+)+$b' }}"));

    [Theory]
    [InlineData("{{ x = 2; for i in 1..100; x = x * x; end }}")]
    [InlineData("{{ 1 << 100000 }}")]
    public void An_integer_is_bounded(string template) => Meets("bits for an integer", template);

    [Theory]
    [InlineData("{{ x = {}; x.me = x; x }}")]
    [InlineData("{{ x = []; x[0] = x; x }}")]
    public void A_value_that_holds_itself_cannot_be_printed(string template) =>
        Assert.Contains("too deeply nested or contains reference loops", Rendering.RenderError(template).Text);

    [Theory]
    [InlineData("{{ x = []; x[0] = x; x[1] = x; x[2] = x; x }}")]
    [InlineData("{{ x = {}; x.a = x; x.b = x; x | object.to_json }}")]
    [InlineData("{{ x = []; y = []; x[0] = x; y[0] = y; x == y }}")]
    [InlineData("{{ 1 // 0 }}")]
    [InlineData("{{ 1 % 0 }}")]
    [InlineData("{{ 1.0m / 0 }}")]
    [InlineData("{{ 79228162514264337593543950335m + 1 }}")]
    [InlineData("{{ 1 | math.divided_by 0 }}")]
    [InlineData("{{ 1 | math.format 'N999999999' }}")]
    [InlineData("{{ 1 | math.format '{0}' 'xx-XX' }}")]
    [InlineData("{{ '9999/12/31' | date.add_days 1 }}")]
    [InlineData("{{ '2020/01/01' | date.add_months 1e300 }}")]
    [InlineData("{{ timespan.from_days 1e300 }}")]
    [InlineData("{{ 'x' | string.base64_decode }}")]
    [InlineData("{{ '{' | object.from_json }}")]
    [InlineData("{{ 'x' | string.slice 'y' }}")]
    [InlineData("{{ 'x' | string.truncate 99999999999 }}")]
    [InlineData("{{ 'x' | string.pad_left -1 | nothing }}")]
    [InlineData("{{ x.y.z }}")]
    [InlineData("{{ date.now }}")]
    public void What_cannot_be_done_is_an_error_and_nothing_else(string template) => Rendering.RenderError(template);

    private static void Meets(string limit, string template, Limits? limits = null)
    {
        var error = Rendering.RenderError(template, new TemplateOptions { Limits = limits ?? Limits.Default });
        Assert.Contains("Exceeding", error.Message);
        Assert.Contains(limit, error.Message);
        Assert.True(error.Line >= 1 && error.Column >= 1);
    }
}
