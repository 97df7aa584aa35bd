namespace BillingHeadless.Server.Hosted;

/// <summary>Plain text with blank lines between its paragraphs.</summary>
public static class Paragraphs
{
    public static IReadOnlyList<string> Of(string text) =>
        text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
