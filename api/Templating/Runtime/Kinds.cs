using System.Numerics;

namespace BillingHeadless.Templating.Runtime;

/// <summary>The names of types.</summary>
internal static class Kinds
{
    public static string? Of(object? value) => value switch
    {
        null => null,
        bool => "bool",
        int => "int",
        long => "long",
        float => "float",
        double => "double",
        decimal => "decimal",
        BigInteger => "bigint",
        string or SafeText => "string",
        DateTime or DateTimeOffset => "date",
        TimeSpan => "timespan",
        IntegerRange => "range",
        IReadOnlyList<object?> => "array",
        TemplateFunction => "function",
        _ => "object",
    };

    public static bool IsNumber(object? value) => value is int or long or double or decimal or BigInteger or float;

    public static bool IsInteger(object? value) => value is int or long or BigInteger;

    public static bool IsText(object? value) => value is string or SafeText;
}
