using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingHeadless.Server.Templates;

/// <summary>Turns what a page, a mail or a document shows into the plain values that a template reads: names become <c>snake_case</c>.</summary>
public static class TemplateModel
{
    private static readonly JsonSerializerOptions Names = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The properties of a record, and of the records in it; absent values stay absent.</summary>
    public static Dictionary<string, object?> Of<T>(T data)
        where T : notnull => Members(JsonSerializer.SerializeToElement(data, Names));

    public static Dictionary<string, object?> Members(JsonElement json) =>
        json.EnumerateObject().ToDictionary(member => member.Name, member => Value(member.Value));

    private static object? Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => Members(json),
        JsonValueKind.Array => json.EnumerateArray().Select(Value).ToList(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.TryGetInt64(out var number) ? number : json.GetDecimal(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
