using BillingHeadless.Templating;

namespace BillingHeadless.Tests.Templating;

/// <summary>Renders templates for tests.</summary>
internal static class Rendering
{
    public static readonly IReadOnlyDictionary<string, object?> NoModel = new Dictionary<string, object?>();

    public static string Plain(string template, params (string Name, object? Value)[] model) =>
        With(TemplateOptions.Default, template, model);

    public static string Html(string template, params (string Name, object? Value)[] model) =>
        With(new TemplateOptions { Escape = Escape.Html }, template, model);

    public static string With(TemplateOptions options, string template, params (string Name, object? Value)[] model)
    {
        var parsed = Template.Parse(template, options);
        Assert.Equal("", string.Join('\n', parsed.Messages));
        return parsed.Render(model.ToDictionary(member => member.Name, member => member.Value));
    }

    /// <summary>What is wrong with a template when it is read.</summary>
    public static string ParseError(string template, TemplateOptions? options = null)
    {
        var parsed = Template.Parse(template, options);
        Assert.True(parsed.HasErrors, $"`{template}` has no error");
        return parsed.Messages[0].ToString();
    }

    /// <summary>What is wrong with a template when it is rendered.</summary>
    public static TemplateException RenderError(string template, TemplateOptions? options = null)
    {
        var parsed = Template.Parse(template, options);
        Assert.Equal("", string.Join('\n', parsed.Messages));
        return Assert.Throws<TemplateException>(() => parsed.Render(NoModel));
    }
}
