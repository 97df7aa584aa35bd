using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Tests.Plugins.Support;

namespace BillingHeadless.Tests.Plugins.Settings;

/// <summary>A merchant's settings against the schema of a manifest (ruling 20).</summary>
public sealed class SettingsTests
{
    private const string Properties = """
        {
          "key": {"type": "string", "secret": true, "minLength": 3, "maxLength": 8, "pattern": "^[a-z]+$"},
          "days": {"type": "integer", "minimum": 1, "maximum": 30, "default": 10},
          "live": {"type": "boolean", "default": false},
          "region": {"type": "string", "enum": ["ua", "kz"]}
        }
        """;

    private static readonly SettingsSchema Schema = Read(Properties, "key", "days");

    [Theory]
    [InlineData("""{"key": "abc"}""", null, null)]
    [InlineData("""{"key": "abc", "days": 30, "live": true, "region": "kz"}""", null, null)]
    [InlineData("""{}""", "key", "required")]
    [InlineData("""{"key": null}""", "key", "required")]
    [InlineData("""{"key": "ab"}""", "key", "3 to 8")]
    [InlineData("""{"key": "abcdefghi"}""", "key", "3 to 8")]
    [InlineData("""{"key": "ABC"}""", "key", "pattern")]
    [InlineData("""{"key": "\ud800bc"}""", "key", "a text")]
    [InlineData("""{"key": 123}""", "key", "a text")]
    [InlineData("""{"key": "abc", "days": 0}""", "days", "from 1 to 30")]
    [InlineData("""{"key": "abc", "days": 31}""", "days", "from 1 to 30")]
    [InlineData("""{"key": "abc", "days": 1.5}""", "days", "whole number")]
    [InlineData("""{"key": "abc", "days": "10"}""", "days", "whole number")]
    [InlineData("""{"key": "abc", "live": "true"}""", "live", "true or false")]
    [InlineData("""{"key": "abc", "region": "ru"}""", "region", "one of ua, kz")]
    [InlineData("""{"key": "abc", "region": ["ua"]}""", "region", "a text")]
    [InlineData("""{"key": "abc", "colour": "red"}""", "colour", "no such setting")]
    [InlineData("""{"key": "abc", "colour": "\ud800"}""", "colour", "no such setting")]
    public void Values_are_checked_one_by_one(string json, string? field, string? words)
    {
        var errors = Read(json).Errors;

        Assert.Equal(field, errors.Keys.SingleOrDefault());
        Assert.Contains(words ?? "", errors.Values.SingleOrDefault() ?? "");
    }

    [Fact]
    public void A_plugin_reads_what_was_set_and_the_defaults_of_the_rest()
    {
        var read = Read("""{"key": "abc", "days": 1e1}""");
        var settings = new PluginSettings(Schema.WithDefaults(read.Values));

        Assert.Equal("abc", settings.Text("key"));
        Assert.Equal(10, settings.Number("days"));
        Assert.False(settings.Flag("live"));
        Assert.Null(settings.TextOrNull("region"));
    }

    [Fact]
    public void The_schema_knows_which_values_are_secrets() =>
        Assert.Equal(["abc"], Schema.SecretsAmong(new Dictionary<string, string> { ["key"] = "abc", ["days"] = "7" }));

    [Fact]
    public void Stored_values_are_checked_as_texts() =>
        Assert.Equal("It must be a whole number.", Schema.Validate(new Dictionary<string, string> { ["key"] = "abc", ["days"] = "ten" })["days"]);

    private static SettingsReading Read(string json) =>
        Schema.Read(JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!, new Dictionary<string, string>());

    private static SettingsSchema Read(string properties, params string[] required)
    {
        var json = PluginDirectory.Manifest();
        json["settings"]!["properties"] = JsonNode.Parse(properties);
        json["settings"]!["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]);
        json["hosts"] = new JsonArray();
        return ManifestReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString())).Manifest!.Settings;
    }
}
