using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace BillingHeadless.Server.Platform.Http;

/// <summary>An enumeration in a query, written as everywhere in the API: in lower camel case.</summary>
public readonly record struct Wire<T>(T Value) : IParsable<Wire<T>>
    where T : struct, Enum
{
    public static Wire<T> Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var value)
        ? value
        : throw new FormatException($"'{s}' is not one of: {string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName))}.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Wire<T> result)
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (JsonNamingPolicy.CamelCase.ConvertName(value.ToString()) == s)
            {
                result = new Wire<T>(value);
                return true;
            }
        }

        result = default;
        return false;
    }
}
