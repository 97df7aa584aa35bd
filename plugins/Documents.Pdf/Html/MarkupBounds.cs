namespace BillingHeadless.Plugins.Documents.Pdf.Html;

/// <summary>
/// Counts tags, attributes and nesting before the parser sees the text: a parser's work can grow with their square.
/// </summary>
internal sealed class MarkupBounds(string html, ProblemList problems)
{
    /// <summary>Elements without content, and those whose end tag may be left out: they do not nest in themselves.</summary>
    private static readonly HashSet<string> NotNesting = new(StringComparer.OrdinalIgnoreCase)
        { "br", "hr", "img", "meta", "p", "li", "td", "th", "tr", "thead", "tbody" };

    private int at;
    private int tags;
    private int depth;

    /// <summary>False, with a problem added, when a bound is passed.</summary>
    public bool Hold()
    {
        if (html.Length > Limits.HtmlCharacters)
        {
            return Refuse(0, $"The document has more than {Limits.HtmlCharacters} characters.");
        }

        for (at = html.IndexOf('<'); at >= 0; at = html.IndexOf('<', at))
        {
            var start = at++;
            if (IsAt("!--"))
            {
                SkipComment();
            }
            else if (!ReadTag(start))
            {
                return false;
            }

            if (at >= html.Length)
            {
                break;
            }
        }

        return true;
    }

    private bool IsAt(string text) => html.AsSpan(at).StartsWith(text, StringComparison.Ordinal);

    private void SkipComment()
    {
        var end = html.IndexOf("-->", at + 3, StringComparison.Ordinal);
        at = end < 0 ? html.Length : end + 3;
    }

    private bool ReadTag(int start)
    {
        var closes = at < html.Length && html[at] == '/';
        if (closes)
        {
            at++;
        }

        var name = ReadName();
        if (name.IsEmpty)
        {
            return true;
        }

        if (++tags > Limits.Tags)
        {
            return Refuse(start, $"The document has more than {Limits.Tags} tags.");
        }

        if (!NotNesting.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
        {
            depth = Math.Max(0, depth + (closes ? -1 : 1));
        }

        if (depth > Limits.NestingDepth)
        {
            return Refuse(start, $"Elements stand more than {Limits.NestingDepth} deep in each other.");
        }

        return CountAttributes() <= Limits.AttributesPerTag
            || Refuse(start, $"A tag has more than {Limits.AttributesPerTag} attributes.");
    }

    private ReadOnlySpan<char> ReadName()
    {
        var start = at;
        while (at < html.Length && char.IsAsciiLetterOrDigit(html[at]))
        {
            at++;
        }

        return html.AsSpan(start, at - start);
    }

    private int CountAttributes()
    {
        var attributes = 0;
        var between = true;
        for (; at < html.Length && html[at] != '>'; at++)
        {
            var letter = html[at];
            if (letter is '"' or '\'')
            {
                SkipQuoted(letter);
                between = true;
                continue;
            }

            var separates = char.IsWhiteSpace(letter) || letter == '/';
            if (between && !separates)
            {
                attributes++;
            }

            between = separates;
        }

        return attributes;
    }

    private void SkipQuoted(char quote)
    {
        var end = html.IndexOf(quote, at + 1);
        at = end < 0 ? html.Length - 1 : end;
    }

    private bool Refuse(int index, string text)
    {
        problems.Add(index, text);
        return false;
    }
}
