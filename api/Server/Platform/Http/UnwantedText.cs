using System.Globalization;

namespace BillingHeadless.Server.Platform.Http;

/// <summary>
/// Control characters other than tab and line breaks: no name or text needs one, a database may refuse them, and mails and
/// documents break on them. JSON can hold them only as escapes.
/// </summary>
public static class UnwantedText
{
    private const byte Backslash = (byte)'\\';
    private const int EscapeLength = 2;
    private const int UnicodeDigits = 4;

    public static bool IsIn(string text) => text.Any(IsUnwanted);

    /// <summary>Looks at escapes only: unescaped control characters are refused by the reader of JSON.</summary>
    public static bool IsInJson(ReadOnlySpan<byte> json)
    {
        for (var at = json.IndexOf(Backslash); at >= 0 && at + 1 < json.Length;)
        {
            if (json[at + 1] is (byte)'b' or (byte)'f' || IsUnwantedEscape(json[at..]))
            {
                return true;
            }

            var rest = json[(at + EscapeLength)..].IndexOf(Backslash);
            at = rest < 0 ? -1 : at + EscapeLength + rest;
        }

        return false;
    }

    private static bool IsUnwantedEscape(ReadOnlySpan<byte> escape) =>
        escape.Length >= EscapeLength + UnicodeDigits
        && escape[1] == (byte)'u'
        && ushort.TryParse(escape.Slice(EscapeLength, UnicodeDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
        && IsUnwanted((char)code);

    private static bool IsUnwanted(char character) => char.IsControl(character) && character is not ('\t' or '\n' or '\r');
}
