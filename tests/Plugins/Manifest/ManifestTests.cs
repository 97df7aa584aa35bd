using System.Text;
using System.Text.Json.Nodes;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Tests.Plugins.Support;

namespace BillingHeadless.Tests.Plugins.Manifest;

/// <summary>Every mistake in a manifest is found without loading code, at its place, with a sentence that says what to mend.</summary>
public sealed class ManifestTests
{
    // What to put at which place (null: remove it), and where and how the mistake is named.
    public static readonly TheoryData<string, string?, string, string> Mistakes = new()
    {
        { "/id", null, "", "Add \"id\"" },
        { "/id", "\"Sandbox\"", "/id", "lower-case letters" },
        { "/id", "\"../sandbox\"", "/id", "lower-case letters" },
        { "/id", "7", "/id", "a text" },
        { "/id", "\"\"", "/id", "a text of 1 to" },
        { "/version", null, "", "Add \"version\"" },
        { "/version", "\"1.0\"", "/version", "semantic version" },
        { "/version", "\"01.0.0\"", "/version", "semantic version" },
        { "/contract", null, "", "Add \"contract\"" },
        { "/contract", "\"1.0\"", "/contract", "JSON object" },
        { "/contract/minimum", null, "/contract", "Add \"minimum\"" },
        { "/contract/maximum", null, "/contract", "Add \"maximum\"" },
        { "/contract/minimum", "\"1\"", "/contract/minimum", "two numbers" },
        { "/contract/minimum", "\"2.0\"", "/contract", "must not be above" },
        { "/kind", null, "", "Add \"kind\"" },
        { "/kind", "\"gateway\"", "/kind", "paymentGateway" },
        { "/assembly", null, "", "Add \"assembly\"" },
        { "/assembly", "\"../../evil.dll\"", "/assembly", "without a path" },
        { "/assembly", "\"plugin.exe\"", "/assembly", ".dll" },
        { "/entryType", null, "", "Add \"entryType\"" },
        { "/entryType", "\"Gateway\"", "/entryType", "namespace included" },
        { "/titles", null, "", "Add \"titles\"" },
        { "/titles", "{}", "/titles", "\"en\"" },
        { "/titles/ukr", "\"Зразок\"", "/titles/ukr", "two lower-case letters" },
        { "/titles/en", "\"\"", "/titles/en", "a text of 1 to" },
        { "/hosts", "\"pay.example\"", "/hosts", "a list" },
        { "/hosts/0", "\"https://pay.example\"", "/hosts/0", "host name" },
        { "/hosts/0", "\"Pay.Example\"", "/hosts/0", "lower case" },
        { "/hosts/0", "\"*.example\"", "/hosts/0", "host name" },
        { "/hosts/0", "\"10.0.0.1\"", "/hosts/0", "host name" },
        { "/hosts/0", "\"pay.example:0\"", "/hosts/0", "host name" },
        { "/hosts/0", "\"$setting:\"", "/hosts/0", "host name" },
        { "/hosts/0", "\"$setting:nowhere\"", "/hosts/0", "Add a setting \"nowhere\"" },
        { "/hosts/0", "\"$setting:apiKey\"", "/hosts/0", "no secret" },
        { "/carriesOn", "\"1.2\"", "/carriesOn", "range" },
        { "/carriesOn", "\">=1.2 <x\"", "/carriesOn", "range" },
        { "/files", "[]", "/files", "file names" },
        { "/files", "{\"a.dll\": \"ABC\"}", "/files/a.dll", "SHA-256" },
        { "/files", "{\"lib/a.dll\": \"ABC\"}", "/files/lib~1a.dll", "SHA-256" },
        { "/author", "\"me\"", "/author", "Remove \"author\"" },
        { "/settings", "[]", "/settings", "JSON object" },
        { "/settings/type", "\"array\"", "/settings/type", "\"object\"" },
        { "/settings/additionalProperties", "true", "/settings/additionalProperties", "must be false" },
        { "/settings/required", "[\"other\"]", "/settings/required/0", "names no setting" },
        { "/settings/properties", "[]", "/settings/properties", "an object" },
        { "/settings/properties/Key", "{\"type\":\"string\"}", "/settings/properties/Key", "lower-case letter first" },
        { "/settings/properties/x", "{}", "/settings/properties/x", "Add \"type\"" },
        { "/settings/properties/x", "{\"type\":\"number\"}", "/settings/properties/x/type", "\"integer\"" },
        { "/settings/properties/x", "{\"type\":\"object\"}", "/settings/properties/x/type", "\"integer\"" },
        { "/settings/properties/x", "{\"type\":\"string\",\"minLenght\":1}", "/settings/properties/x/minLenght", "Remove" },
        { "/settings/properties/x", "{\"type\":\"string\",\"minLength\":-1}", "/settings/properties/x/minLength", "from 0" },
        { "/settings/properties/x", "{\"type\":\"string\",\"minLength\":3,\"maxLength\":2}", "/settings/properties/x", "must not be above" },
        { "/settings/properties/x", "{\"type\":\"string\",\"pattern\":\"(\"}", "/settings/properties/x/pattern", "cannot be used" },
        { "/settings/properties/x", "{\"type\":\"string\",\"pattern\":\"(a)\\\\1\"}", "/settings/properties/x/pattern", "cannot be used" },
        { "/settings/properties/x", "{\"type\":\"string\",\"secret\":\"yes\"}", "/settings/properties/x/secret", "true or false" },
        { "/settings/properties/x", "{\"type\":\"string\",\"secret\":true,\"default\":\"a\"}", "/settings/properties/x/default", "no default" },
        { "/settings/properties/x", "{\"type\":\"string\",\"maxLength\":1,\"default\":\"ab\"}", "/settings/properties/x/default", "own rule" },
        { "/settings/properties/x", "{\"type\":\"string\",\"default\":1}", "/settings/properties/x/default", "a text" },
        { "/settings/properties/x", "{\"type\":\"string\",\"enum\":[]}", "/settings/properties/x/enum", "at least one" },
        { "/settings/properties/x", "{\"type\":\"string\",\"enum\":[\"a\",\"a\"]}", "/settings/properties/x/enum", "each once" },
        { "/settings/properties/x", "{\"type\":\"string\",\"enum\":[\"a\"],\"default\":\"b\"}", "/settings/properties/x/default", "one of a" },
        { "/settings/properties/x", "{\"type\":\"string\",\"enum\":[\"a\"],\"secret\":true}", "/settings/properties/x/secret", "Remove" },
        { "/settings/properties/x", "{\"type\":\"integer\",\"minimum\":1.5}", "/settings/properties/x/minimum", "whole number" },
        { "/settings/properties/x", "{\"type\":\"integer\",\"minimum\":2,\"maximum\":1}", "/settings/properties/x", "must not be above" },
        { "/settings/properties/x", "{\"type\":\"integer\",\"maximum\":1,\"default\":2}", "/settings/properties/x/default", "own rule" },
        { "/settings/properties/x", "{\"type\":\"boolean\",\"default\":\"true\"}", "/settings/properties/x/default", "true or false" },
        { "/settings/properties/x", "{\"type\":\"string\",\"titles\":{\"uk\":\"а\"}}", "/settings/properties/x/titles", "\"en\"" },
    };

    [Fact]
    public void A_manifest_that_is_right_is_read_as_it_is_written()
    {
        var json = PluginDirectory.Manifest();
        json["carriesOn"] = ">=0.9 <1.0.0";
        json["titles"]!["uk"] = "Зразок";
        json["$schema"] = "plugin.schema.json";

        var manifest = Read(json).Manifest!;

        Assert.Equal("sample", manifest.Id);
        Assert.Equal(new SemanticVersion(1, 0, 0), manifest.Version);
        Assert.Equal(PluginKind.PaymentGateway, manifest.Kind);
        Assert.Equal("Зразок", manifest.Titles["uk"]);
        Assert.Equal([new NamedHost("pay.example", null), new SettingHost("baseUrl"), new PortalHost()], manifest.Hosts);
        Assert.True(manifest.Settings.Find("apiKey") is { Secret: true, Required: true });
        Assert.Null(manifest.Files);
        Assert.True(manifest.CanCarryOn(new SemanticVersion(1, 0, 0)));
        Assert.True(manifest.CanCarryOn(new SemanticVersion(0, 9, 5)));
        Assert.False(manifest.CanCarryOn(new SemanticVersion(0, 8, 0)));
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named_at_its_place(string change, string? value, string pointer, string words)
    {
        var json = PluginDirectory.Manifest();
        Put(json, change, value);

        var reading = Read(json);

        Assert.Null(reading.Manifest);
        Assert.Contains(reading.Problems, problem => problem.Pointer == pointer && problem.Text.Contains(words));
        Assert.All(reading.Problems, problem => Assert.EndsWith(".", problem.Text));
        Assert.All(reading.Problems, problem => Assert.StartsWith("plugin.json", problem.ToString()));
    }

    [Fact]
    public void All_mistakes_are_named_at_once()
    {
        var json = PluginDirectory.Manifest();
        Put(json, "/id", null);
        Put(json, "/version", "\"one\"");
        Put(json, "/hosts/0", "7");

        Assert.Equal(["", "/version", "/hosts/0"], Read(json).Problems.Select(problem => problem.Pointer).Distinct());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"id\":\"a\",\"id\":\"b\"}")]
    [InlineData("{\"id\":[[[[[[[[[[1]]]]]]]]]]}")]
    [InlineData("{\"id\":\"\\ud800\"}")]
    public void Bytes_that_are_no_manifest_are_refused(string text)
    {
        var reading = ManifestReader.Read(Encoding.UTF8.GetBytes(text));

        Assert.Null(reading.Manifest);
        Assert.NotEmpty(reading.Problems);
    }

    [Fact]
    public void A_file_that_is_too_long_is_not_even_parsed()
    {
        var reading = ManifestReader.Read(new byte[HostingLimits.ManifestBytes + 1]);

        Assert.Contains("Shorten the file", Assert.Single(reading.Problems).Text);
    }

    [Fact]
    public void Too_many_hosts_and_settings_are_refused()
    {
        var json = PluginDirectory.Manifest();
        json["hosts"] = new JsonArray([.. Enumerable.Range(0, HostingLimits.Hosts + 1).Select(at => JsonValue.Create($"h{at}.example"))]);
        json["settings"]!["properties"] = new JsonObject(
            Enumerable.Range(0, HostingLimits.Settings + 1).Select(at => KeyValuePair.Create($"s{at}", (JsonNode?)new JsonObject { ["type"] = "boolean" })));
        json["settings"]!["required"] = new JsonArray();

        var pointers = Read(json).Problems.Select(problem => problem.Pointer).ToList();

        Assert.Contains("/hosts", pointers);
        Assert.Contains("/settings/properties", pointers);
    }

    private static ManifestReading Read(JsonObject json) => ManifestReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()));

    internal static void Put(JsonObject root, string pointer, string? value)
    {
        var path = pointer[1..].Split('/');
        var parent = path[..^1].Aggregate((JsonNode)root, (node, name) => node[name]!);
        if (parent is JsonArray list)
        {
            list[int.Parse(path[^1])] = JsonNode.Parse(value!);
        }
        else if (value is null)
        {
            parent.AsObject().Remove(path[^1]);
        }
        else
        {
            parent[path[^1]] = JsonNode.Parse(value);
        }
    }
}
