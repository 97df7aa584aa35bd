namespace BillingHeadless.Templating;

/// <summary>A template could not be rendered: it did something that the language forbids, or it passed a limit.</summary>
public sealed class TemplateException : Exception
{
    /// <summary>Tells what went wrong and where.</summary>
    public TemplateException(TemplateMessage details) : base(details.ToString()) => Details = details;

    /// <summary>The sentence and its place.</summary>
    public TemplateMessage Details { get; }

    /// <summary>The line, counted from 1.</summary>
    public int Line => Details.Line;

    /// <summary>The column, counted from 1.</summary>
    public int Column => Details.Column;

    /// <summary>The sentence without its place.</summary>
    public string Text => Details.Text;
}
