using System.Globalization;

namespace BillingHeadless.Plugins.Documents.Pdf.Styles;

internal readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    public static readonly Colour Black = new(0, 0, 0);

    private static readonly Dictionary<string, Colour> Named = new()
    {
        ["black"] = Black,
        ["silver"] = new(192, 192, 192),
        ["gray"] = new(128, 128, 128),
        ["grey"] = new(128, 128, 128),
        ["white"] = new(255, 255, 255),
        ["maroon"] = new(128, 0, 0),
        ["red"] = new(255, 0, 0),
        ["purple"] = new(128, 0, 128),
        ["fuchsia"] = new(255, 0, 255),
        ["green"] = new(0, 128, 0),
        ["lime"] = new(0, 255, 0),
        ["olive"] = new(128, 128, 0),
        ["yellow"] = new(255, 255, 0),
        ["navy"] = new(0, 0, 128),
        ["blue"] = new(0, 0, 255),
        ["teal"] = new(0, 128, 128),
        ["aqua"] = new(0, 255, 255),
    };

    /// <summary>A name of HTML's sixteen, <c>#rgb</c>, <c>#rrggbb</c> or <c>rgb(r, g, b)</c>; null when it is none of these.</summary>
    public static Colour? Parse(string text)
    {
        var value = text.ToLowerInvariant();
        if (Named.TryGetValue(value, out var named))
        {
            return named;
        }

        if (value.StartsWith('#'))
        {
            return ParseHex(value.AsSpan(1));
        }

        return value.StartsWith("rgb(", StringComparison.Ordinal) && value.EndsWith(')') ? ParseDecimal(value[4..^1]) : null;
    }

    private static Colour? ParseHex(ReadOnlySpan<char> digits)
    {
        if (digits.Length is not (3 or 6)
            || !uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        return digits.Length == 6
            ? new Colour((byte)(value >> 16), (byte)(value >> 8 & 255), (byte)(value & 255))
            : new Colour((byte)((value >> 8) * 17), (byte)((value >> 4 & 15) * 17), (byte)((value & 15) * 17));
    }

    private static Colour? ParseDecimal(string list)
    {
        var parts = list.Split(',', StringSplitOptions.TrimEntries);
        return parts.Length == 3
            && byte.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var red)
            && byte.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var green)
            && byte.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var blue)
            ? new Colour(red, green, blue)
            : null;
    }
}
