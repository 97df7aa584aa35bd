using System.Text.Json.Nodes;

namespace BillingHeadless.Tests.Style.Support;

/// <summary>The committed openapi.json.</summary>
internal sealed class OpenApiFile(JsonNode root)
{
    public const string Path = "openapi.json";

    public static OpenApiFile Read() => new(JsonNode.Parse(Repository.ReadText(Path))!);

    public string Description => root["info"]!["description"]!.GetValue<string>();

    /// <summary>The example that documents a problem code, or null.</summary>
    public JsonNode? Example(string code) => root["components"]!["examples"]![code]?["value"];

    public IEnumerable<JsonNode> Tags => root["tags"]!.AsArray().Select(tag => tag!);

    public IEnumerable<JsonNode> Operations => root["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(method => method.Value!);
}
