using BillingHeadless.Templating;

namespace BillingHeadless.Tests.Templating;

public class ErrorTests
{
    [Theory]
    [InlineData("{{ 1 + }}", "(1,8)", "to the right of the operator")]
    [InlineData("text\n  {{ if true }}\nmore", "(3,5)", "The <end> statement was not found")]
    [InlineData("{{ end }}", "(1,4)", "Unexpected `end`")]
    [InlineData("{{ else }}", "(1,4)", "A else condition must be preceded")]
    [InlineData("{{ if x = 1; end }}", "(1,9)", "only allowed for a top level assignment")]
    [InlineData("{{ (1 + 2) = 3 }}", "(1,7)", "Unsupported expression for target for assignment: 1 + 2")]
    [InlineData("{{ break }}", "(1,4)", "can only be used inside for/while loops")]
    [InlineData("{{ for x in 1..2; func f; break; end; end }}", "(1,27)", "can only be used inside for/while loops")]
    [InlineData("{{ [1, 2 }}", "(1,10)", "Expecting a closing ]")]
    [InlineData("{{ (1 }}", "(1,7)", "Expecting closing )")]
    [InlineData("{{ {a 1} }}", "(1,7)", "Expecting a colon")]
    [InlineData("{{ {1: 2} }}", "(1,5)", "Expecting a simple identifier for the member name")]
    [InlineData("{{ \"open }}", "(1,4)", "not terminated by a \"")]
    [InlineData("{{ `open }}", "(1,4)", "not terminated by a `")]
    [InlineData("{{ $'{1\n}' }}", "(1,4)", "not closed on the same line")]
    [InlineData("{{ '\\q' }}", "(1,5)", "Unexpected escape character `q`")]
    [InlineData("{{ '\\u12' }}", "(1,9)", "Unexpected hex number")]
    [InlineData("{{ a b: 1 2 }}", "(1,11)", "must be all named")]
    [InlineData("{{ for 1 in x; end }}", "(1,8)", "Expecting a variable instead of `1`")]
    [InlineData("{{ for x of y; end }}", "(1,10)", "Expecting 'in' word instead of `of`")]
    [InlineData("{{ func 1; end }}", "(1,9)", "Expecting a variable instead of `1`")]
    [InlineData("{{ func $$; end }}", "(1,9)", "Expecting a variable instead of `$$`")]
    [InlineData("{{ for $$ in x; end }}", "(1,8)", "Expecting a variable instead of `$$`")]
    [InlineData("{{ func f(a = 1, b); end }}", "(1,18)", "Cannot declare a normal parameter after an optional parameter.")]
    [InlineData("{{ a ? b }}", "(1,10)", "Expecting `:`")]
    [InlineData("{{ x.1 }}", "(1,6)", "Expecting a member name")]
    [InlineData("{{ § }}", "(1,4)", "Unexpected character `§`")]
    [InlineData("{%{ open", "(1,1)", "The closing `}%}` of an escape block was not found")]
    [InlineData("{{ case 1; x; end }}", "(1,12)", "Only `when`/`else` are expected")]
    [InlineData("{{ 1 2", "", "")]
    public void What_is_not_of_the_language_is_told_with_its_place(string template, string place, string text)
    {
        var parsed = Template.Parse(template);
        if (text.Length == 0)
        {
            Assert.False(parsed.HasErrors);
            return;
        }

        var message = Assert.Single(parsed.Messages).ToString();
        Assert.StartsWith($"<input>{place} : error : ", message);
        Assert.Contains(text, message);
    }

    [Theory]
    [InlineData("{{ a.b }}", "(1,6)", "Object `a` is null. Cannot access member: a.b")]
    [InlineData("{{ a[0] }}", "(1,4)", "Object `a` is null. Cannot access indexer: a[0]")]
    [InlineData("{{ x = []\nx[null] }}", "(2,3)", "Cannot access target `x` with a null indexer: x[null]")]
    [InlineData("{{ f 1 }}", "(1,4)", "The function `f` was not found")]
    [InlineData("{{ 5 6 }}", "(1,4)", "Invalid target function `5 6`")]
    [InlineData("{{ x = 1; 2 | x }}", "(1,15)", "Pipe expression destination `x` is not a valid function")]
    [InlineData("{{ 'a' - 'b' }}", "(1,8)", "Operator `-` is not supported on string objects")]
    [InlineData("{{ {} + {} }}", "(1,7)", "The operator `+` is not supported between `{}/object` and `{}/object`")]
    [InlineData("{{ x = 'abc'; x.y = 1 }}", "(1,17)", "Cannot get or set a member on the primitive `abc/string` when accessing member: x.y")]
    [InlineData("{{ x = 1; readonly x; x = 2 }}", "(1,23)", "Cannot set the readonly variable `x`")]
    [InlineData("{{ math.pi = 3 }}", "(1,9)", "Cannot set a value for the readonly member: math.pi")]
    [InlineData("{{ string.upcase }}", "(1,11)", "Invalid number of arguments `0` passed to `string.upcase` while expecting `1` arguments")]
    [InlineData("{{ string.upcase 'a' 'b' }}", "(1,4)", "Invalid number of arguments `2` passed to `string.upcase`")]
    [InlineData("{{ string.append 'a' }}", "(1,4)", "Invalid number of arguments `1` passed to `string.append`")]
    [InlineData("{{ string.upcase what: 1 }}", "(1,4)", "The argument `what` was not found")]
    [InlineData("{{ func f(a); end; f }}", "(1,20)", "Invalid number of arguments `0` passed to `f` while expecting `1` arguments")]
    [InlineData("{{ func f(); end; f 1 }}", "(1,19)", "Invalid number of arguments `1` passed to `f` while expecting `0` arguments")]
    [InlineData("{{ for.index }}", "(1,4)", "Invalid usage of the loop variable `for` not inside a loop")]
    [InlineData("{{ for x in 5; end }}", "(1,13)", "Unexpected type `int` for iterator")]
    [InlineData("{{ with 5; end }}", "(1,9)", "Invalid target property `5` used for [with] statement. Must be an object instead of `int`")]
    [InlineData("{{ wrap x; end }}", "(1,9)", "Expecting a direct function")]
    [InlineData("{{ 1 | math.format 'N0' 'xx-XX' }}", "(1,4)", "The culture `xx-XX` is not known")]
    public void What_cannot_be_done_is_told_with_its_place(string template, string place, string text)
    {
        var error = Rendering.RenderError(template);
        Assert.StartsWith($"<input>{place} : error : {text}", error.Message);
    }

    [Theory]
    [InlineData("{{ '1 + 1' | object.eval }}", "object.eval")]
    [InlineData("{{ object.eval_template 'x' }}", "object.eval_template")]
    [InlineData("{{ math.random 1 2 }}", "math.random")]
    [InlineData("{{ math.uuid }}", "math.uuid")]
    [InlineData("{{ x = @math.uuid }}", "math.uuid")]
    [InlineData("{{ include 'file.html' }}", "cannot be included")]
    [InlineData("{{ 'file.html' | include }}", "cannot be included")]
    [InlineData("{{ include_join ['a'] '' }}", "cannot be included")]
    public void What_templates_may_not_do_is_refused_when_they_are_read(string template, string text) =>
        Assert.Contains(text, Rendering.ParseError(template));

    [Theory]
    [InlineData("{{ object['eval'] '1' }}")]
    [InlineData("{{ m = math; m.uuid }}")]
    [InlineData("{{ m = math; m.random 1 2 }}")]
    [InlineData("{{ with object; eval '1'; end }}")]
    public void What_templates_may_not_do_is_not_there_in_other_ways_either(string template)
    {
        var parsed = Template.Parse(template);
        Assert.False(parsed.HasErrors);
        try
        {
            Assert.Equal("", parsed.Render(Rendering.NoModel));
        }
        catch (TemplateException error)
        {
            Assert.Contains("was not found", error.Text);
        }
    }

    [Fact]
    public void A_template_that_is_not_found_is_refused_where_it_is_named()
    {
        var options = new TemplateOptions { Include = name => name == "a" ? "line\n{{ include 'missing' }}" : null };
        Assert.Equal(
            "a(2,4) : error : The template `missing` to include was not found",
            Rendering.ParseError("{{ include 'a' }}", options));
        Assert.Contains("was not found", Rendering.RenderError("{{ x = 'miss' + 'ing'; include x }}", options).Text);
    }

    [Fact]
    public void An_error_in_an_included_template_names_it()
    {
        var options = new TemplateOptions { Include = name => name == "bad" ? "{{ 1 + }}" : "\n{{ a.b }}" };
        Assert.StartsWith("bad(1,8) : error : ", Rendering.ParseError("{{ include 'bad' }}", options));
        Assert.StartsWith("late(2,6) : error : ", Rendering.RenderError("{{ include 'late' }}", options).Message);
        Assert.Contains(
            "Error while parsing template `bad`: bad(1,8)",
            Rendering.RenderError("{{ x = 'bad' + ''; include x }}", options).Text);
    }

    [Fact]
    public void A_template_with_errors_does_not_render() =>
        Assert.Throws<InvalidOperationException>(() => Template.Parse("{{ 1 + }}").Render(Rendering.NoModel));
}
