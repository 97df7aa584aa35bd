namespace BillingHeadless.Templating.Syntax;

/// <summary>A stretch of a template's text.</summary>
/// <param name="Start">The offset of its first character.</param>
/// <param name="End">The offset behind its last character.</param>
/// <param name="Line">The line of its first character, counted from 1.</param>
/// <param name="Column">The column of its first character, counted from 1.</param>
internal readonly record struct SourceSpan(int Start, int End, int Line, int Column)
{
    /// <summary>The start of the text.</summary>
    public static readonly SourceSpan Beginning = new(0, 0, 1, 1);

    public SourceSpan To(SourceSpan last) => this with { End = Math.Max(End, last.End) };
}
