namespace BillingHeadless.Templating.Syntax;

/// <summary>Ends a parse at its first error. It never leaves this assembly: <see cref="Template.Parse"/> turns it into a message.</summary>
internal sealed class SyntaxException(string source, SourceSpan span, string text) : Exception(text)
{
    public TemplateMessage Details { get; } = new(source, span.Line, span.Column, text);
}
