using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;

namespace BillingHeadless.Server.Platform.Http.OpenApi;

/// <summary>What schemas are called: as callers think of them, without the words of our code.</summary>
public static class SchemaNames
{
    private const string Page = nameof(Page);
    private static readonly string[] CodeWords = ["View", "Body"];

    /// <summary>The schema's name, or null where it is written in place.</summary>
    public static string? Of(JsonTypeInfo info) => info.Type switch
    {
        { IsGenericType: true } type when type.GetGenericTypeDefinition() == typeof(Patch<>) => null,
        { IsGenericType: true } type when type.GetGenericTypeDefinition() == typeof(PageView<>) => Shorten(type.GetGenericArguments()[0].Name) + Page,
        var type when type == typeof(Stream) => null,
        { IsEnum: true } type => type.Name,
        _ => OpenApiOptions.CreateDefaultSchemaReferenceId(info) is { } name ? Shorten(name) : null,
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
