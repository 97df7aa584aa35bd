using System.Collections;
using System.Reflection;

namespace BillingHeadless.Tests.Api.Persistence;

/// <summary>The whole content of a value as text, so that two can be compared without trusting how they compare themselves.</summary>
internal static class Structure
{
    public static string Describe(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        byte[] bytes => Convert.ToHexString(bytes),
        DateTimeOffset instant => $"{instant.UtcTicks} ticks, {instant.Offset}",
        IDictionary map => $"{{{string.Join(", ", map.Keys.Cast<object>().Select(key => $"{Describe(key)}: {Describe(map[key])}").Order(StringComparer.Ordinal))}}}",
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Describe))}]",
        _ when value.GetType().IsPrimitive || value is Enum or DateOnly or TimeSpan or decimal => $"{value}",
        _ => $"({string.Join(", ", PropertiesOf(value).Select(property => $"{property.Name}: {Describe(property.GetValue(value))}"))})",
    };

    private static IEnumerable<PropertyInfo> PropertiesOf(object value) =>
        value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0);
}
