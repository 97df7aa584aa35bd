namespace BillingHeadless.Templating.Syntax;

/// <summary>A template's text with the name that messages show.</summary>
internal sealed record SourceText(string Name, string Text)
{
    private const int LongestExcerpt = 80;

    /// <summary>The words at a place, short enough for a message.</summary>
    public string Excerpt(SourceSpan span)
    {
        var end = Math.Min(span.End, Math.Min(Text.Length, span.Start + LongestExcerpt));
        return Text[span.Start..end].Trim();
    }

    public TemplateMessage Message(SourceSpan span, string text) => new(Name, span.Line, span.Column, text);
}
