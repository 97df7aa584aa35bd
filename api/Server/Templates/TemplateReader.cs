using BillingHeadless.Templating;

namespace BillingHeadless.Server.Templates;

/// <summary>A template that has been read, with the templates that it includes.</summary>
public sealed record ReadTemplate(Template Template, IReadOnlySet<string> Includes);

/// <summary>Reads templates for pages, mails and documents: all of them are HTML, and every value is escaped (ruling 23).</summary>
public static class TemplateReader
{
    private static readonly AsyncLocal<DateTimeOffset> Now = new();

    public static ReadTemplate Read(TemplateSources sources, string name, string source)
    {
        var includes = new HashSet<string>(StringComparer.Ordinal);
        var options = new TemplateOptions
        {
            Escape = Escape.Html,
            Name = name,
            Now = () => Now.Value,
            Include = include =>
            {
                includes.Add(include);
                return sources.Find(include);
            },
        };
        return new ReadTemplate(Template.Parse(source, options), includes);
    }

    /// <summary>Renders with a clock of its own: a template that has been read serves many merchants.</summary>
    /// <exception cref="TemplateException">The template does something that the language forbids, or passes a limit.</exception>
    public static string Render(Template template, IReadOnlyDictionary<string, object?> model, DateTimeOffset now)
    {
        Now.Value = now;
        return template.Render(model);
    }
}
