using System.Globalization;
using System.Text;

namespace BillingHeadless.Templating.Runtime;

/// <summary>Strings as they are written in the source.</summary>
internal static class Literals
{
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2);
        AppendQuoted(quoted, text);
        return quoted.ToString();
    }

    public static void AppendQuoted(StringBuilder to, string text)
    {
        to.Append('"');
        AppendEscaped(to, text);
        to.Append('"');
    }

    public static void AppendEscaped(StringBuilder to, string text)
    {
        foreach (var character in text)
        {
            switch (character)
            {
                case '"': to.Append("\\\""); break;
                case '\\': to.Append("\\\\"); break;
                case '\n': to.Append("\\n"); break;
                case '\r': to.Append("\\r"); break;
                case '\t': to.Append("\\t"); break;
                case '\b': to.Append("\\b"); break;
                case '\f': to.Append("\\f"); break;
                case '\v': to.Append("\\v"); break;
                case '\0': to.Append("\\0"); break;
                case < ' ': to.Append("\\x").Append(((int)character).ToString("x2", CultureInfo.InvariantCulture)); break;
                default: to.Append(character); break;
            }
        }
    }
}
