using BillingHeadless.Templating;

namespace BillingHeadless.Tests.Templating;

public class EscapingTests
{
    private const string Attack = "<script>alert('1')</script>\"&";
    private const string Escaped = "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;";

    [Theory]
    [InlineData("{{ name }}")]
    [InlineData("{{ name | string.append '' }}")]
    [InlineData("{{ [name] | array.first }}")]
    [InlineData("{{ $'{name}' }}")]
    [InlineData("{{ {a: name}.a }}")]
    [InlineData("{{ func f; ret $0; end; f name }}")]
    [InlineData("{{ func f }}{{ $0 }}{{ end; f name }}")]
    [InlineData("{{ f(x) = x; f(name) }}")]
    [InlineData("{{ capture c }}{{ name }}{{ end; c }}")]
    [InlineData("{{ func f; $$; end; wrap f; name; end }}")]
    [InlineData("{{ include 'show' }}")]
    [InlineData("{{ include 'show-argument' name }}")]
    [InlineData("{{ for x in [name]; x; end }}")]
    [InlineData("{{ with {a: name}; a; end }}")]
    public void A_value_is_escaped_once_whatever_way_it_takes(string template) =>
        Assert.Equal(Escaped, Rendering.With(WithIncludes, template, ("name", Attack)));

    [Theory]
    [InlineData("{{ name | html.raw }}")]
    [InlineData("{{ html.raw name }}")]
    [InlineData("{{ x = html.raw name; x }}")]
    public void Only_raw_text_is_written_as_it_stands(string template) => Assert.Equal(Attack, Rendering.Html(template, ("name", Attack)));

    [Fact]
    public void Text_that_was_escaped_by_hand_is_not_escaped_again() =>
        Assert.Equal("&lt;b&gt;", Rendering.Html("{{ '<b>' | html.escape }}"));

    [Fact]
    public void Rendered_text_stays_safe_when_text_is_added_which_is_escaped() =>
        Assert.Equal("<b>x</b>&lt;i&gt;", Rendering.Html("{{ capture c }}<b>x</b>{{ end; c + '<i>' }}"));

    [Fact]
    public void A_function_of_text_makes_safe_text_unsafe() =>
        Assert.Equal("&lt;B&gt;", Rendering.Html("{{ '<b>' | html.raw | string.upcase }}"));

    [Fact]
    public void Line_breaks_are_added_to_escaped_text() =>
        Assert.Equal("&lt;b&gt;<br />\nx", Rendering.Html("{{ \"<b>\\nx\" | html.newline_to_br }}"));

    [Fact]
    public void Arrays_and_objects_are_escaped_as_a_whole() =>
        Assert.Equal("[&quot;&lt;b&gt;&quot;]", Rendering.Html("{{ ['<b>'] }}"));

    [Fact]
    public void Plain_templates_escape_nothing() => Assert.Equal(Attack, Rendering.Plain("{{ name }}", ("name", Attack)));

    private static TemplateOptions WithIncludes => new()
    {
        Escape = Escape.Html,
        Include = name => name switch { "show" => "{{ name }}", "show-argument" => "{{ $1 }}", _ => null },
    };
}
