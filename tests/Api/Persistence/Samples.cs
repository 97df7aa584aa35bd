using System.Reflection;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Plugins;

namespace BillingHeadless.Tests.Api.Persistence;

/// <summary>A telling value of any type that a row holds: the hardest to store that the type allows.</summary>
internal static class Samples
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRS";
    private const long Beyond53Bits = 9_007_199_254_740_993;

    public static readonly Id<Merchant> Merchant = new($"mer_{Letters}");

    private static readonly DateTimeOffset Instant = DateTimeOffset.UnixEpoch.AddTicks(17_956_812_341_234_560);

    private static readonly Dictionary<Type, object> Plain = new()
    {
        [typeof(long)] = Beyond53Bits,
        [typeof(int)] = int.MaxValue,
        [typeof(bool)] = true,
        [typeof(DateTimeOffset)] = Instant,
        [typeof(DateOnly)] = new DateOnly(2028, 2, 29),
        [typeof(TimeSpan)] = TimeSpan.FromMicroseconds(123_456_789_012_345),
        [typeof(Currency)] = new Currency("UAH"),
        [typeof(byte[])] = new byte[] { 0, 255, 127 },
    };

    public static object Of(Type type, int? maximumLength = null)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => Text(maximumLength),
            _ when Plain.TryGetValue(type, out var value) => value,
            { IsEnum: true } => Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!,
            _ when IsId(type) => Activator.CreateInstance(type, $"{Prefix(type)}_{Letters}")!,
            _ when ItemOf(type) is { } item => ListOf(item),
            _ when EntryOf(type) is var (key, value) => MapOf(key, value),
            _ => Compose(type),
        };
    }

    private static string Text(int? maximumLength)
    {
        const string Hard = "Ґанок 'їжа' \"қала\" \\ % _ \n\t 🎉 end";
        return maximumLength is { } length && length < Hard.Length ? Letters[..Math.Min(length, Letters.Length)] : Hard;
    }

    private static bool IsId(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>);

    private static string Prefix(Type id) =>
        (string)id.GetGenericArguments()[0].GetProperty("IdPrefix", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    private static Type? ItemOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() is { } open && (open == typeof(IReadOnlyList<>) || open == typeof(List<>)) ? type.GetGenericArguments()[0] : null;

    private static (Type Key, Type Value)? EntryOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() is { } open && (open == typeof(IReadOnlyDictionary<,>) || open == typeof(Dictionary<,>))
            ? (type.GetGenericArguments()[0], type.GetGenericArguments()[1])
            : null;

    private static Array ListOf(Type item)
    {
        var list = Array.CreateInstance(item, 2);
        list.SetValue(Of(item), 0);
        list.SetValue(Of(item), 1);
        return list;
    }

    private static System.Collections.IDictionary MapOf(Type key, Type value)
    {
        var map = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, value))!;
        map.Add(Of(key), Of(value));
        return map;
    }

    /// <summary>By the constructor with most parameters, then every property that can be set.</summary>
    private static object Compose(Type type)
    {
        var constructor = type.GetConstructors().Where(candidate => !IsCopy(candidate, type)).MaxBy(candidate => candidate.GetParameters().Length)
            ?? throw new NotSupportedException($"No sample is known of {type}.");
        var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType))]);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite))
        {
            property.SetValue(made, Of(property.PropertyType));
        }

        return made;
    }

    private static bool IsCopy(ConstructorInfo constructor, Type type) => constructor.GetParameters() is [{ ParameterType: var only }] && only == type;
}
