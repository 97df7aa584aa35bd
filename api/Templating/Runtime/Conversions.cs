using System.Globalization;
using System.Numerics;
using BillingHeadless.Templating.Nodes;

namespace BillingHeadless.Templating.Runtime;

/// <summary>Turns values into what a function or operator needs, or fails with a message.</summary>
internal static class Conversions
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static long ToInteger(Node place, object? value)
    {
        switch (value)
        {
            case int number: return number;
            case long number: return number;
            case bool truth: return truth ? 1 : 0;
            case BigInteger number when number >= long.MinValue && number <= long.MaxValue: return (long)number;
            case double number when Math.Abs(number) < long.MaxValue: return (long)Math.Round(number, MidpointRounding.ToEven);
            case float number when Math.Abs(number) < long.MaxValue: return (long)Math.Round(number, MidpointRounding.ToEven);
            case decimal number when Math.Abs(number) < long.MaxValue: return (long)Math.Round(number, MidpointRounding.ToEven);
            case null: return 0;
            case string or SafeText when long.TryParse(value.ToString(), NumberStyles.Integer, Plain, out var parsed): return parsed;
            default: throw CannotConvert(place, value, "an integer");
        }
    }

    public static int ToInt(Node place, object? value)
    {
        var number = ToInteger(place, value);
        return number is >= int.MinValue and <= int.MaxValue ? (int)number : throw CannotConvert(place, value, "a 32 bit integer");
    }

    public static double ToDouble(Node place, object? value) => value switch
    {
        int number => number,
        long number => number,
        double number => number,
        float number => number,
        decimal number => (double)number,
        BigInteger number => (double)number,
        string or SafeText when double.TryParse(value.ToString(), NumberStyles.Float, Plain, out var parsed) => parsed,
        _ => throw CannotConvert(place, value, "a number"),
    };

    public static TemplateException CannotConvert(Node place, object? value, string to) =>
        RenderContext.Fail(place, $"Unable to convert type `{Kinds.Of(value) ?? "null"}` to {to}");
}
