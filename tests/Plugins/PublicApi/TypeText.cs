using System.Reflection;

namespace BillingHeadless.Tests.Plugins.PublicApi;

/// <summary>Types as text, with a question mark where null is allowed.</summary>
internal static class TypeText
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Of(value) + "?";
        }

        var name = type.FullName is { } full && full.StartsWith("BillingHeadless.") ? full : type.Name;
        return type.IsGenericType
            ? $"{name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(argument => Of(argument)))}>"
            : name;
    }

    public static string Of(PropertyInfo property) => Of(property.PropertyType, Nullability.Create(property));

    public static string Of(ParameterInfo parameter) => Of(parameter.ParameterType, Nullability.Create(parameter));

    private static string Of(Type type, NullabilityInfo nullability) =>
        Of(type) + (!type.IsValueType && nullability.ReadState == NullabilityState.Nullable ? "?" : "");
}
