using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;

namespace BillingHeadless.Server.Platform.Http.OpenApi;

/// <summary>What schemas are called: as callers think of them, without the words of our code.</summary>
public static class SchemaNames
{
    private const string Page = nameof(Page);
    private static readonly string[] CodeWords = ["View", "Body"];

    /// <summary>The schema's name, or null where it is written in place.</summary>
    public static string? Of(JsonTypeInfo info)
    {
        var type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        return type.IsGenericType ? OfGeneric(type.GetGenericTypeDefinition(), type.GetGenericArguments()[0], info) : OfPlain(type, info);
    }

    private static string? OfPlain(Type type, JsonTypeInfo info) => type switch
    {
        { IsEnum: true } => type.Name,
        _ when type == typeof(Stream) => null,
        _ => OpenApiOptions.CreateDefaultSchemaReferenceId(info) is { } name ? Shorten(name) : null,
    };

    private static string? OfGeneric(Type type, Type argument, JsonTypeInfo info) => type switch
    {
        _ when type == typeof(Patch<>) => null,
        _ when type == typeof(Wire<>) => argument.Name,
        _ when type == typeof(PageView<>) => Shorten(argument.Name) + Page,
        _ => OpenApiOptions.CreateDefaultSchemaReferenceId(info),
    };

    private static string Shorten(string name)
    {
        foreach (var suffix in CodeWords)
        {
            if (name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal))
            {
                return name[..^suffix.Length];
            }
        }

        return name;
    }
}
