using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingHeadless.Server.Platform.Http;

/// <summary>A field of a PATCH: absent leaves it unchanged, null clears it, a value sets it.</summary>
public readonly record struct Patch<T>(bool IsGiven, T? Value) : IPatch
{
    object? IPatch.Value => IsGiven ? Value : null;

    /// <summary>The new value, or the old one when the field was absent.</summary>
    public T? Or(T? old) => IsGiven ? Value : old;

    /// <summary>The new value made from what was given, or the old one when the field was absent.</summary>
    public TOther? Or<TOther>(TOther? old, Func<T, TOther> make) => IsGiven ? (Value is null ? default : make(Value)) : old;
}

/// <summary>A field of a PATCH without its type, for whoever checks its shape.</summary>
public interface IPatch
{
    bool IsGiven { get; }

    /// <summary>What was given; null when nothing was.</summary>
    object? Value { get; }
}

/// <summary>Reads <see cref="Patch{T}"/>: that the converter is called at all means that the field is there.</summary>
public sealed class PatchConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Patch<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Converter<T> : JsonConverter<Patch<T>>
    {
        public override bool HandleNull => true;

        public override Patch<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            try
            {
                return new Patch<T>(true, JsonSerializer.Deserialize<T>(ref reader, options));
            }
            catch (JsonException exception)
            {
                throw new PatchFieldException(exception);
            }
        }

        public override void Write(Utf8JsonWriter writer, Patch<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Value, options);
    }
}

/// <summary>A field of a PATCH cannot be read. The reader around it fills in the path to the field, which the inner one does not know.</summary>
public sealed class PatchFieldException(JsonException inside) : JsonException(inside.Message, inside.InnerException)
{
    /// <summary>Where inside the field.</summary>
    public string? PathInside { get; } = inside.Path;
}
