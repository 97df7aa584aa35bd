using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BillingHeadless.Tests.Plugins.Support;

/// <summary>Judges JSON by a JSON Schema: the keywords that <c>plugin.schema.json</c> uses, and an exception for any other.</summary>
public sealed class SchemaCheck(JsonObject root)
{
    private static readonly string[] Annotations = ["$schema", "$id", "$defs", "title", "description"];

    // Read anew: numbers that were put in by code remember their type.
    public bool Accepts(JsonNode? value) => Accepts(root, JsonNode.Parse(value?.ToJsonString() ?? "null"));

    private bool Accepts(JsonNode? schema, JsonNode? value) => schema!.AsObject()
        .Where(keyword => !Annotations.Contains(keyword.Key))
        .All(keyword => Holds(keyword.Key, keyword.Value!, schema.AsObject(), value));

    private bool Holds(string keyword, JsonNode rule, JsonObject schema, JsonNode? value) => keyword switch
    {
        "$ref" => Accepts(Resolve(rule.GetValue<string>()), value),
        "type" => KindOf(value) == rule.GetValue<string>(),
        "const" => JsonNode.DeepEquals(rule, value),
        "enum" => rule.AsArray().Any(item => JsonNode.DeepEquals(item, value)),
        "oneOf" => rule.AsArray().Count(choice => Accepts(choice, value)) == 1,
        "pattern" => value is not JsonValue || KindOf(value) != "string" || Regex.IsMatch(value.GetValue<string>(), rule.GetValue<string>()),
        "minLength" => KindOf(value) != "string" || value!.GetValue<string>().Length >= rule.GetValue<int>(),
        "maxLength" => KindOf(value) != "string" || value!.GetValue<string>().Length <= rule.GetValue<int>(),
        "minimum" => KindOf(value) != "integer" || value!.GetValue<long>() >= rule.GetValue<long>(),
        "maximum" => KindOf(value) != "integer" || value!.GetValue<long>() <= rule.GetValue<long>(),
        _ => HoldsInside(keyword, rule, schema, value),
    };

    private bool HoldsInside(string keyword, JsonNode rule, JsonObject schema, JsonNode? value) => (keyword, value) switch
    {
        ("items", JsonArray list) => list.All(item => Accepts(rule, item)),
        ("minItems", JsonArray list) => list.Count >= rule.GetValue<int>(),
        ("maxItems", JsonArray list) => list.Count <= rule.GetValue<int>(),
        ("uniqueItems", JsonArray list) => list.Select(item => item!.ToJsonString()).Distinct().Count() == list.Count,
        ("required", JsonObject members) => rule.AsArray().All(name => members.ContainsKey(name!.GetValue<string>())),
        ("maxProperties", JsonObject members) => members.Count <= rule.GetValue<int>(),
        ("properties", JsonObject members) => rule.AsObject().All(known => !members.ContainsKey(known.Key) || Accepts(known.Value, members[known.Key])),
        ("propertyNames", JsonObject members) => members.All(member => Accepts(rule, JsonValue.Create(member.Key))),
        ("additionalProperties", JsonObject members) => members
            .Where(member => schema["properties"]?.AsObject().ContainsKey(member.Key) != true)
            .All(member => rule is JsonObject ? Accepts(rule, member.Value) : rule.GetValue<bool>()),
        ("dependentSchemas", JsonObject members) => rule.AsObject().All(entry => !members.ContainsKey(entry.Key) || Accepts(entry.Value, value)),
        ("items" or "minItems" or "maxItems" or "uniqueItems" or "required" or "maxProperties" or "properties" or "propertyNames" or "additionalProperties" or "dependentSchemas", _) => true,
        _ => throw new NotSupportedException($"The keyword {keyword} is not known here."),
    };

    private JsonNode Resolve(string reference) => reference[2..].Split('/').Aggregate((JsonNode)root, (node, name) => node[name]!);

    private static string KindOf(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => long.TryParse(value.ToJsonString(), out _) ? "integer" : "number",
        _ => "null",
    };
}
