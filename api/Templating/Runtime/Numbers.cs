using System.Globalization;

namespace BillingHeadless.Templating.Runtime;

/// <summary>Reads numbers out of text.</summary>
internal static class Numbers
{
    /// <summary>The number that a text is, or null.</summary>
    public static object? Parse(string text)
    {
        var culture = CultureInfo.InvariantCulture;
        if (int.TryParse(text, NumberStyles.Integer, culture, out var number)) return Integers.Box(number);
        if (long.TryParse(text, NumberStyles.Integer, culture, out var longer)) return longer;
        return double.TryParse(text, NumberStyles.Float, culture, out var real) ? real : null;
    }
}
