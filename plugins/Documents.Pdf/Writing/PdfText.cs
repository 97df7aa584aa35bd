using System.Globalization;
using System.Text;

namespace BillingHeadless.Plugins.Documents.Pdf.Writing;

/// <summary>How PDF writes numbers and strings.</summary>
internal static class PdfText
{
    /// <summary>Thousandths as a decimal number without needless zeros: 12500 is <c>12.5</c>.</summary>
    public static string Number(long thousandths)
    {
        var sign = thousandths < 0 ? "-" : "";
        var (whole, rest) = Math.DivRem(Math.Abs(thousandths), 1_000);
        var text = whole.ToString(CultureInfo.InvariantCulture);
        return rest == 0 ? sign + text : $"{sign}{text}.{rest.ToString("000", CultureInfo.InvariantCulture).TrimEnd('0')}";
    }

    /// <summary>A text string: plain where it is letters, digits and spaces of ASCII, else UTF-16 with its mark.</summary>
    public static string String(string text) => text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '-' or '.')
        ? $"({text})"
        : $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>Text inside XML; characters that XML cannot hold are left out.</summary>
    public static string Xml(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(rune => rune.Value >= ' ' && rune.Value is not (0xFFFE or 0xFFFF)))
        {
            escaped.Append(rune.Value switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                _ => rune.ToString(),
            });
        }

        return escaped.ToString();
    }
}
