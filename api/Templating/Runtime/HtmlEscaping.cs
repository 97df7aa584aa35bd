using System.Buffers;
using System.Text;

namespace BillingHeadless.Templating.Runtime;

/// <summary>Writes text so that it is only text, in an HTML element and in a quoted attribute.</summary>
internal static class HtmlEscaping
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'");

    public static bool IsNeeded(ReadOnlySpan<char> text) => text.ContainsAny(Special);

    public static string Apply(string text)
    {
        if (!IsNeeded(text)) return text;
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            if (EntityOf(character) is { } entity) escaped.Append(entity);
            else escaped.Append(character);
        }

        return escaped.ToString();
    }

    /// <summary>The length of the escaped text, known before it is built.</summary>
    public static long LengthOf(ReadOnlySpan<char> text)
    {
        long length = text.Length;
        foreach (var character in text) length += EntityOf(character) is { } entity ? entity.Length - 1 : 0;
        return length;
    }

    private static string? EntityOf(char character) => character switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        _ => null,
    };
}
