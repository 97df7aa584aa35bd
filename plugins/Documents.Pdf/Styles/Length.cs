using System.Globalization;

namespace BillingHeadless.Plugins.Documents.Pdf.Styles;

/// <summary>A length of its own, or a part of the room there is (in thousandths of a per cent).</summary>
internal readonly record struct Length(int Value, bool IsPercent)
{
    private const int HundredPercent = 100_000;
    private const int MostDecimals = 3;
    private const int MostDigits = 6;

    /// <summary>In thousandths of a point.</summary>
    public int Of(int room) => IsPercent ? Units.Scale(room, Value, HundredPercent) : Value;

    /// <summary>
    /// Reads <c>0</c> or a number with px, pt, mm, cm, em or %; null when it is something else or out of bounds.
    /// </summary>
    public static Length? Parse(string text, int fontSize)
    {
        var unitAt = text.AsSpan().IndexOfAnyExcept("+-.0123456789");
        var number = ParseThousandths(unitAt < 0 ? text : text[..unitAt]);
        if (number is not { } thousandths)
        {
            return null;
        }

        var unit = unitAt < 0 ? "" : text[unitAt..].ToLowerInvariant();
        return unit switch
        {
            "" when thousandths == 0 => new Length(0, IsPercent: false),
            "px" => Bounded(thousandths * Units.Pixel / 1_000),
            "pt" => Bounded(thousandths),
            "mm" => Bounded(thousandths * Units.Inch / 25_400),
            "cm" => Bounded(thousandths * Units.Inch / 2_540),
            "em" => Bounded(thousandths * fontSize / 1_000),
            "%" => Math.Abs(thousandths) <= HundredPercent ? new Length((int)thousandths, IsPercent: true) : null,
            _ => null,
        };
    }

    /// <summary>A decimal number in thousandths; null when it is none or too long.</summary>
    public static long? ParseThousandths(string text)
    {
        var digits = text.AsSpan().TrimStart("+-");
        var point = digits.IndexOf('.');
        var decimals = point < 0 ? 0 : digits.Length - point - 1;
        if (digits.IsEmpty || digits.Length > MostDigits + 1 || decimals > MostDecimals)
        {
            return null;
        }

        const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(text, Decimal, CultureInfo.InvariantCulture, out var value)
            ? (long)(value * 1_000)
            : null;
    }

    private static Length? Bounded(long value) =>
        Math.Abs(value) <= Limits.StyleLength ? new Length((int)value, IsPercent: false) : null;
}
