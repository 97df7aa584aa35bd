using BillingHeadless.Templating;

namespace BillingHeadless.Tests.Templating;

public class FunctionTests
{
    [Theory]
    [InlineData("{{ func double; ret $0 * 2; end; double 4 }}", "8")]
    [InlineData("{{ func f; ret $.size + $[-1] + $.name; end; f 1 2 name: 3 }}", "7")]
    [InlineData("{{ func $f; ret 'local'; end; $f }}", "local")]
    [InlineData("{{ func f }}<{{ $0 }}>{{ end; f 1; f 2 }}", "<1><2>")]
    [InlineData("{{ func f; 'out'; ret 'back'; end; x = f; x }}", "outback")]
    [InlineData("{{ func f; x = 1; $y = 2; end; f; x; $y }}", "1")]
    public void A_simple_function_takes_whatever_it_is_given(string template, string expected) =>
        Assert.Equal(expected, Rendering.Plain(template));

    [Theory]
    [InlineData("{{ func f(a, b); ret a - b; end; f 5 3; f(5, 3); 5 | f 3; f b: 3 a: 5 }}", "2222")]
    [InlineData("{{ func f(a, b = 10); ret a + b; end; f 1; f 1 2; f(1, b: 3) }}", "1134")]
    [InlineData("{{ func f(a, rest...); ret $'{a}{rest}'; end; f 1; f 1 2 3 }}", "1[]1[2, 3]")]
    [InlineData("{{ func f(a); a = 9; b = 8; end; a = 1; b = 2; f 5; a; b }}", "12")]
    [InlineData("{{ add(a, b) = a + b; add 1 2; 1 | add 2 }}", "33")]
    [InlineData("{{ five() = 5; five + 1; five() }}", "65")]
    [InlineData("{{ func f(a...); ret a; end; f; f 1 2 }}", "[][1, 2]")]
    public void A_function_with_parameters_has_a_scope_of_its_own(string template, string expected) =>
        Assert.Equal(expected, Rendering.Plain(template));

    [Theory]
    [InlineData("{{ f = do; ret $0 + 1; end; f 2 }}", "3")]
    [InlineData("{{ [1, 2] | array.each do; ret $0 * 2; end }}", "[2, 4]")]
    [InlineData("{{ [1, 2, 3] | array.filter @(do; ret $0 > 1; end) }}", "[2, 3]")]
    [InlineData("{{ func f; ret 'called'; end; g = @f; h = f; g; h }}", "calledcalled")]
    [InlineData("{{ o = {}; o.f = do; ret $0; end; o.f 4; 5 | o.f; o.f(6) }}", "456")]
    [InlineData("{{ fs = [@string.upcase, @string.size]; 'ab' | fs[0]; fs[1] 'ab' }}", "AB2")]
    [InlineData("{{ func pick; ret @string.upcase; end; (pick()) 'a' }}", "A")]
    [InlineData("{{ func sum; ret $0 + $1 + $2; end; sum ^[1, 2, 3]; sum 1 ^[2, 3] }}", "66")]
    [InlineData("{{ f(n) = n < 2 ? 1 : n * f(n - 1); f 5 }}", "120")]
    public void Functions_are_values(string template, string expected) => Assert.Equal(expected, Rendering.Plain(template));

    [Theory]
    [InlineData("{{ 'a' | string.append 'b' | string.upcase }}", "AB")]
    [InlineData("{{ string.append 'a' 'b' + 'c' }}", "abc")]
    [InlineData("{{ (string.append 'a' 'b') + 'c' }}", "abc")]
    [InlineData("{{ '5' | string.to_int + 1 }}", "6")]
    [InlineData("{{ 'x' | string.contains 'x' ? 'yes' : 'no' }}", "yes")]
    [InlineData("{{ 'a' |> string.upcase }}", "A")]
    [InlineData("{{ 'hello' | string.slice 1 length: 2 }}", "el")]
    [InlineData("{{ -5 | math.abs }}", "5")]
    [InlineData("{{ 1 + (2 | math.times 3) }}", "7")]
    public void A_pipe_passes_its_left_side_first(string template, string expected) => Assert.Equal(expected, Rendering.Plain(template));

    [Theory]
    [InlineData("{{ func box }}[{{ $$ }}]{{ end; wrap box }}in{{ end }}", "[in]")]
    [InlineData("{{ func times; for $i in 1..$0; $$; end; end; wrap times 3; $i; end }}", "123")]
    [InlineData("{{ func a }}<{{ $$ }}>{{ end; func b }}({{ wrap a }}{{ $$ }}{{ end }}){{ end; wrap b }}x{{ end }}", "(<x>)")]
    [InlineData("{{ x = 1; func f; $$; end; wrap f; x = 2; end; x }}", "2")]
    public void A_function_can_run_the_statements_that_are_wrapped_by_it(string template, string expected) =>
        Assert.Equal(expected, Rendering.Plain(template));

    [Theory]
    [InlineData("{{ include 'greet' 'you' }}", "Hello you!")]
    [InlineData("{{ include 'greet' name: 'named' }}", "Hello named!")]
    [InlineData("{{ name = 'greet'; include name 'you' }}", "Hello you!")]
    [InlineData("{{ 'greet' | include 'piped' }}", "Hello piped!")]
    [InlineData("{{ x = include 'greet' 'you'; x | string.upcase }}", "HELLO YOU!")]
    [InlineData("{{ include 'count'; include 'count' }}", "12")]
    [InlineData("{{ include 'stop' }} goes on", "stopped goes on")]
    [InlineData("{{ include_join ['count', 'count'] ', ' '(' ')' }}", "(1, 2)")]
    [InlineData("{{ include_join ['count', 'count'] 'tpl:stop' }}", "1stopped2")]
    [InlineData("{{ include_join [] ', ' '(' ')' }}", "")]
    public void Templates_include_others(string template, string expected) =>
        Assert.Equal(expected, Rendering.With(WithIncludes, template));

    [Fact]
    public void Includes_are_read_once_when_the_template_is_read()
    {
        var asked = new List<string>();
        var options = new TemplateOptions
        {
            Include = name =>
            {
                asked.Add(name);
                return name == "a" ? "{{ include 'b' }}{{ include 'b' }}" : "b";
            },
        };
        var template = Template.Parse("{{ include 'a' }}{{ include 'a' }}", options);
        template.Render(Rendering.NoModel);
        Assert.Equal("bbbb", template.Render(Rendering.NoModel));
        Assert.Equal(["a", "b"], asked);
    }

    private static TemplateOptions WithIncludes => new()
    {
        Include = name => name switch
        {
            "greet" => "Hello {{ $1 ?? $.name }}!",
            "count" => "{{ n = (n ?? 0) + 1; n }}",
            "stop" => "stopped{{ ret }} never",
            _ => null,
        },
    };
}
