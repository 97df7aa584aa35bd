using System.Collections.ObjectModel;
using BillingHeadless.Templating;

namespace BillingHeadless.Tests.Templating;

/// <summary>What a host may hand over, and that it is left alone.</summary>
public class ModelTests
{
    [Fact]
    public void Every_allowed_type_is_read()
    {
        var model = new (string, object?)[]
        {
            ("text", "x"), ("truth", true), ("small", (short)1), ("number", 2), ("large", 3L),
            ("huge", ulong.MaxValue), ("exact", 1.10m), ("real", 0.5),
            ("day", new DateOnly(2026, 2, 5)), ("span", TimeSpan.FromMinutes(1)), ("nothing", null),
            ("members", new Dictionary<string, object?> { ["a"] = new List<object?> { 1, "b" } }),
            ("strings", new[] { "c", "d" }), ("numbers", new List<int> { 4, 5 }), ("lazy", Enumerable.Range(6, 2)),
            ("dictionary", new Dictionary<string, string> { ["e"] = "f" }),
        };
        Assert.Equal(
            "x true 1 2 3 18446744073709551615 1.10 0.5 05 Feb 2026 00:01:00  1b cd 4 [6, 7] f",
            Rendering.Plain(
                "{{ text }} {{ truth }} {{ small }} {{ number }} {{ large }} {{ huge }} {{ exact }} {{ real }} {{ day }} {{ span }} {{ nothing }} "
                + "{{ for x in members.a; x; end }} {{ strings[0] }}{{ strings | array.last }} {{ numbers[0] }} {{ lazy }} {{ dictionary.e }}",
                model));
    }

    [Theory]
    [InlineData("{{ it }}")]
    [InlineData("{{ it.Secret }}")]
    [InlineData("{{ [it] }}")]
    [InlineData("{{ {a: it} | object.to_json }}")]
    [InlineData("{{ x = it; x | object.typeof }}")]
    [InlineData("{{ for x in list; x; end }}")]
    [InlineData("{{ list | array.sort }}")]
    [InlineData("{{ list[0] }}")]
    [InlineData("{{ inside.it }}")]
    [InlineData("{{ func f; ret $0; end; list | array.each @f }}")]
    public void A_value_of_another_type_is_refused_and_nothing_is_asked_of_it(string template)
    {
        var it = new Forbidden();
        var model = new Dictionary<string, object?>
        {
            ["it"] = it,
            ["list"] = new List<object?> { it },
            ["inside"] = new Dictionary<string, object?> { ["it"] = it },
        };
        var error = Assert.Throws<TemplateException>(() => Template.Parse(template).Render(model));
        Assert.Contains("Values of the type `Forbidden` are not allowed in a template", error.Text);
    }

    [Fact]
    public void A_value_that_is_not_used_does_not_matter() => Assert.Equal("1", Rendering.Plain("{{ 1 }}", ("it", new Forbidden())));

    [Theory]
    [InlineData("{{ members.a = 2 }}")]
    [InlineData("{{ members['b'] = 2 }}")]
    [InlineData("{{ list[0] = 2 }}")]
    [InlineData("{{ with members; a = 2; end }}")]
    [InlineData("{{ string.upcase = 2 }}")]
    [InlineData("{{ with string; upcase = 2; end }}")]
    [InlineData("{{ for p in list; p.x = 1; end }}")]
    public void What_the_host_handed_over_cannot_be_changed(string template)
    {
        var members = new ReadOnlyDictionary<string, object?>(new Dictionary<string, object?> { ["a"] = 1 });
        var model = new Dictionary<string, object?> { ["members"] = members, ["list"] = new List<object?> { members } };
        Assert.Throws<TemplateException>(() => Template.Parse(template).Render(model));
        Assert.Equal(["members", "list"], model.Keys);
    }

    [Fact]
    public void A_rendering_leaves_nothing_behind()
    {
        var template = Template.Parse("{{ n = (n ?? 0) + 1; n; date.format = '%Y'; readonly n; with string; readonly upcase; end }}");
        Assert.Equal("1", template.Render(Rendering.NoModel));
        Assert.Equal("1", template.Render(Rendering.NoModel));
        Assert.Equal("01 Jan 2026", Rendering.Plain("{{ d }}", ("d", new DateTime(2026, 1, 1))));
    }

    [Fact]
    public void One_template_renders_on_many_threads_at_once()
    {
        var template = Template.Parse(
            "{{ func f(x); ret x * 2; end; for i in 1..50; t = (t ?? 0) + (f n); capture c; t; end; end; c | string.append '!' }}",
            new TemplateOptions { Escape = Escape.Html });
        var results = new string[200];
        Parallel.For(0, results.Length, index => results[index] = template.Render(new Dictionary<string, object?> { ["n"] = index }));
        Assert.Equal(Enumerable.Range(0, results.Length).Select(index => $"{index * 100}!"), results);
    }

    private sealed class Forbidden
    {
        public string Secret => throw new InvalidOperationException("A template asked a value that it must not ask");

        public override string ToString() => Secret;
    }
}
