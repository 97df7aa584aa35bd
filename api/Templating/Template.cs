using BillingHeadless.Templating.Nodes;
using BillingHeadless.Templating.Runtime;
using BillingHeadless.Templating.Syntax;

namespace BillingHeadless.Templating;

/// <summary>A text with code in the Scriban language. Read once, it renders any number of times, on any number of threads.</summary>
public sealed class Template
{
    private readonly TemplateSet _templates;
    private readonly Block? _page;

    private Template(TemplateSet templates, Block? page, IReadOnlyList<TemplateMessage> messages)
    {
        _templates = templates;
        _page = page;
        Messages = messages;
    }

    /// <summary>Whether the text is not of the language, so that it cannot be rendered.</summary>
    public bool HasErrors => _page is null;

    /// <summary>What is wrong with the text, and where.</summary>
    public IReadOnlyList<TemplateMessage> Messages { get; }

    /// <summary>Reads a template. What is wrong with it becomes its <see cref="Messages"/>.</summary>
    /// <param name="text">The template's text.</param>
    /// <param name="options">What the host decides; by default the plain language.</param>
    public static Template Parse(string text, TemplateOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var templates = new TemplateSet(options ?? TemplateOptions.Default);
        try
        {
            return new Template(templates, templates.Read(new SourceText(templates.Options.Name, text)), []);
        }
        catch (SyntaxException error)
        {
            return new Template(templates, page: null, [error.Details]);
        }
    }

    /// <summary>Renders the template.</summary>
    /// <param name="model">
    /// The variables by name. Values are null, strings, booleans, integers, decimals, doubles, dates, time spans, and dictionaries by name
    /// and lists of such values. Nothing is asked of a value of another type: using one is an error.
    /// </param>
    /// <exception cref="TemplateException">The template does something that the language forbids, or passes a limit.</exception>
    /// <exception cref="InvalidOperationException">The template has errors.</exception>
    public string Render(IReadOnlyDictionary<string, object?> model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (_page is null) throw new InvalidOperationException($"A template with errors cannot be rendered: {Messages[0]}");
        using var context = new RenderContext(_templates, model);
        _page.Execute(context);
        return context.Finish();
    }
}
