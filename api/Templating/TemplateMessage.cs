namespace BillingHeadless.Templating;

/// <summary>What is wrong with a template's text, and where.</summary>
/// <param name="Source">The name of the template that holds the error.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Column">The column, counted from 1.</param>
/// <param name="Text">The sentence.</param>
public sealed record TemplateMessage(string Source, int Line, int Column, string Text)
{
    /// <summary>The message in the form <c>&lt;input&gt;(1,5) : error : text</c>.</summary>
    public override string ToString() => $"{Source}({Line},{Column}) : error : {Text}";
}
