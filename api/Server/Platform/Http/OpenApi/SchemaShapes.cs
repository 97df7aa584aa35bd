using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BillingHeadless.Server.Platform.Http.OpenApi;

/// <summary>What the serializer's own schemas leave open: enums as text, the fields of a PATCH, and that answers may get more fields with time.</summary>
public static class SchemaShapes
{
    private const string RequestSuffix = "Request";

    public static async Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        var type = context.JsonTypeInfo.Type;
        if ((Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } values)
        {
            DescribeEnum(schema, values);
        }
        else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Patch<>))
        {
            await DescribePatch(schema, type.GetGenericArguments()[0], context, cancel);
        }
        else if (!type.Name.EndsWith(RequestSuffix, StringComparison.Ordinal))
        {
            schema.AdditionalPropertiesAllowed = true;
        }
    }

    private static void DescribeEnum(OpenApiSchema schema, Type values)
    {
        schema.Type = JsonSchemaType.String;
        schema.Enum = [.. Enum.GetNames(values).Select(name => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(name))];
    }

    /// <summary>A field of a PATCH looks like its value, or null, which clears it.</summary>
    private static async Task DescribePatch(OpenApiSchema schema, Type type, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        var value = await context.GetOrCreateSchemaAsync(type, null, cancel);
        if (IsComponent(value))
        {
            schema.OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, value];
            return;
        }

        schema.Type = value.Type | JsonSchemaType.Null;
        schema.Format = value.Format;
        schema.Items = value.Items;
        schema.AdditionalProperties = value.AdditionalProperties;
    }

    private static bool IsComponent(OpenApiSchema schema) =>
        schema.Metadata?.TryGetValue("x-schema-id", out var id) == true && !string.IsNullOrEmpty(id as string);
}
