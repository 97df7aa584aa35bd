using System.Text.Json;
using System.Text.Json.Nodes;
using BillingHeadless.Server.Platform.Http.Shapes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BillingHeadless.Server.Platform.Http.OpenApi;

/// <summary>What the serializer's own schemas leave open: enums as text, the fields of a PATCH, and that answers may get more fields with time.</summary>
public static class SchemaShapes
{
    private const string RequestSuffix = "Request";

    public static async Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type.IsEnum)
        {
            DescribeEnum(schema, type);
        }
        else if (Wraps(type, typeof(Wire<>)))
        {
            await DescribeWire(schema, type.GetGenericArguments()[0], context, cancel);
        }
        else if (Wraps(type, typeof(Patch<>)))
        {
            await DescribePatch(schema, type.GetGenericArguments()[0], context, cancel);
        }
        else if (!type.Name.EndsWith(RequestSuffix, StringComparison.Ordinal))
        {
            schema.AdditionalPropertiesAllowed = true;
        }

        BoundEntries(schema);
    }

    private static bool Wraps(Type type, Type wrapper) => type.IsGenericType && type.GetGenericTypeDefinition() == wrapper;

    private static void DescribeEnum(OpenApiSchema schema, Type values)
    {
        schema.Type = JsonSchemaType.String;
        schema.Enum = [.. Enum.GetNames(values).Select(name => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(name))];
    }

    /// <summary>An enumeration in a query is the same enumeration.</summary>
    private static async Task DescribeWire(OpenApiSchema schema, Type values, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        var value = await context.GetOrCreateSchemaAsync(values, null, cancel);
        schema.Properties = null;
        schema.Required = null;
        schema.Description = value.Description;
        DescribeEnum(schema, values);
    }

    /// <summary>A field of a PATCH looks like its value, or null, where that clears it.</summary>
    private static async Task DescribePatch(OpenApiSchema schema, Type type, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        var value = await context.GetOrCreateSchemaAsync(Nullable.GetUnderlyingType(type) ?? type, null, cancel);
        var canBeCleared = context.JsonPropertyInfo?.AttributeProvider?.IsDefined(typeof(NotClearedAttribute), inherit: true) != true;
        if (IsComponent(value))
        {
            schema.OneOf = canBeCleared ? [new OpenApiSchema { Type = JsonSchemaType.Null }, value] : null;
            schema.AllOf = canBeCleared ? null : [value];
            return;
        }

        schema.Type = canBeCleared ? value.Type | JsonSchemaType.Null : value.Type;
        schema.Format = value.Format;
        schema.Items = value.Items;
        schema.AdditionalProperties = value.AdditionalProperties;
    }

    private static bool IsComponent(OpenApiSchema schema) =>
        schema.Metadata?.TryGetValue("x-schema-id", out var id) == true && !string.IsNullOrEmpty(id as string);

    /// <summary>A bound on a map or a list counts entries, not characters.</summary>
    private static void BoundEntries(OpenApiSchema schema)
    {
        if (schema.Type?.HasFlag(JsonSchemaType.Object) == true)
        {
            (schema.MaxProperties, schema.MaxLength) = (schema.MaxLength, null);
        }
        else if (schema.Type?.HasFlag(JsonSchemaType.Array) == true)
        {
            (schema.MaxItems, schema.MaxLength) = (schema.MaxItems ?? schema.MaxLength, null);
        }
    }
}
