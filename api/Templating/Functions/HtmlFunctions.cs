using System.Net;
using System.Text;
using BillingHeadless.Templating.Runtime;

namespace BillingHeadless.Templating.Functions;

/// <summary>The functions of <c>html</c>.</summary>
internal static class HtmlFunctions
{
    public static TemplateObject Create() => new BuiltinObject("html")
        .Add("strip", "text", static call => call.IsNull(0) ? null : call.Paid(Strip(call)))
        .Add("escape", "text", static call => call.Value(0) switch
        {
            null => null,
            SafeText safe => safe,
            _ => call.Context.Rendered(call.Paid(WebUtility.HtmlEncode(call.Text(0)))),
        })
        .Add("raw", "text", static call => call.Value(0) is null ? null : call.Context.Rendered(call.Text(0)))
        .Add("newline_to_br", "text", static call => call.IsNull(0) ? null : NewlineToBreak(call))
        .AddOnText("url_encode", Uri.EscapeDataString)
        .AddOnText("url_escape", EscapeUrl)
        .Members;

    /// <summary>Where values are escaped, the text is escaped first, so that only the line breaks are HTML.</summary>
    private static object NewlineToBreak(Invocation call)
    {
        const string Break = "<br />";
        var text = call.Text(0);
        if (call.Context.EscapesHtml && call.Value(0) is not SafeText) text = call.Paid(HtmlEscaping.Apply(text));
        call.Context.PayForText(call.Caller, text.Length + ((long)text.Count(character => character is '\n' or '\r') * Break.Length));
        var broken = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var follows = text[index] == '\n' && index > 0 && text[index - 1] == '\r';
            if (text[index] is '\r' or '\n' && !follows) broken.Append(Break);
            broken.Append(text[index]);
        }

        return call.Context.Rendered(broken.ToString());
    }

    /// <summary>Removes comments, scripts, styles and tags.</summary>
    private static string Strip(Invocation call)
    {
        var text = call.Text(0);
        var stripped = new StringBuilder(text.Length);
        var index = 0;
        while (index < text.Length)
        {
            var end = text[index] == '<' ? EndOfMarkup(text, index) : index;
            // What looks like markup but never ends has been searched to the end of the text.
            if (text[index] == '<') call.Context.PayForReading(call.Caller, end > index ? end - index : text.Length - index);
            if (end > index) index = end;
            else stripped.Append(text[index++]);
        }

        return stripped.ToString();
    }

    /// <summary>The place behind the markup that begins somewhere; that place itself if none does.</summary>
    private static int EndOfMarkup(string text, int start)
    {
        if (StartsWith(text, start, "<!--")) return EndAfter(text, start, "-->");
        if (StartsWith(text, start, "<script")) return EndAfter(text, start, "</script>");
        if (StartsWith(text, start, "<style")) return EndAfter(text, start, "</style>");
        return EndOfTag(text, start);
    }

    /// <summary>A <c>&gt;</c> inside of a quoted attribute does not end a tag.</summary>
    private static int EndOfTag(string text, int start)
    {
        var index = start + 1;
        while (index < text.Length)
        {
            var next = text.AsSpan(index).IndexOfAny('>', '"', '\'');
            if (next < 0) return start;
            index += next;
            if (text[index] == '>') return index + 1;
            var closing = text[index - 1] == '=' ? text.IndexOf(text[index], index + 1) : index;
            if (closing < 0) return start;
            index = closing + 1;
        }

        return start;
    }

    private static bool StartsWith(string text, int start, string with) =>
        text.AsSpan(start).StartsWith(with, StringComparison.OrdinalIgnoreCase);

    private static int EndAfter(string text, int start, string closing)
    {
        var end = text.IndexOf(closing, start, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? start : end + closing.Length;
    }

    /// <summary>Escapes what may not stand in a URL, and keeps what structures one.</summary>
    private static string EscapeUrl(string text)
    {
        var escaped = new StringBuilder(text.Length);
        var start = 0;
        while (start < text.Length)
        {
            var isKept = IsKeptInUrl(text[start]);
            var end = start + 1;
            while (end < text.Length && IsKeptInUrl(text[end]) == isKept) end++;
            if (isKept) escaped.Append(text, start, end - start);
            else escaped.Append(Uri.EscapeDataString(text[start..end]));
            start = end;
        }

        return escaped.ToString();
    }

    private static bool IsKeptInUrl(char character) =>
        char.IsAsciiLetterOrDigit(character) || "-._~:/?#[]@!$&'()*+,;=".Contains(character);
}
