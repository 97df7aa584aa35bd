using System.Reflection;
using System.Text.Json.Nodes;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Tests.Plugins.Support;

namespace BillingHeadless.Tests.Plugins.Manifest;

/// <summary>The published schema and the reader say the same: an editor that goes by the schema finds what the host would find.</summary>
public sealed class SchemaTests
{
    private static readonly SchemaCheck Schema = new(JsonNode.Parse(File.ReadAllText(Path.Combine(
        typeof(SchemaTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "RepositoryRoot").Value!,
        "sdk",
        "plugin.schema.json")))!.AsObject());

    /// <summary>Mistakes between two places, and ones that only a reading of the text finds: no schema can tell them.</summary>
    private static readonly (string Change, string? Value)[] BeyondASchema =
    [
        ("/contract/minimum", "\"2.0\""),
        ("/hosts/0", "\"10.0.0.1\""),
        ("/hosts/0", "\"$setting:nowhere\""),
        ("/hosts/0", "\"$setting:apiKey\""),
        ("/settings/required", "[\"other\"]"),
        ("/settings/properties/x", "{\"type\":\"string\",\"minLength\":3,\"maxLength\":2}"),
        ("/settings/properties/x", "{\"type\":\"string\",\"pattern\":\"(\"}"),
        ("/settings/properties/x", "{\"type\":\"string\",\"pattern\":\"(a)\\\\1\"}"),
        ("/settings/properties/x", "{\"type\":\"string\",\"maxLength\":1,\"default\":\"ab\"}"),
        ("/settings/properties/x", "{\"type\":\"string\",\"enum\":[\"a\"],\"default\":\"b\"}"),
        ("/settings/properties/x", "{\"type\":\"integer\",\"minimum\":2,\"maximum\":1}"),
        ("/settings/properties/x", "{\"type\":\"integer\",\"maximum\":1,\"default\":2}"),
    ];

    public static IEnumerable<object?[]> Mistakes =>
        ManifestTests.Mistakes.Select(row => ((string)row[0], (string?)row[1])).Except(BeyondASchema).Select(mistake => new object?[] { mistake.Item1, mistake.Item2 });

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void It_refuses_what_the_reader_refuses(string change, string? value)
    {
        var manifest = PluginDirectory.Manifest();
        ManifestTests.Put(manifest, change, value);

        Assert.False(Schema.Accepts(manifest));
    }

    [Fact]
    public void It_takes_what_the_reader_takes()
    {
        Assert.True(Schema.Accepts(PluginDirectory.Manifest()));
        foreach (var folder in Directory.GetDirectories(ShippedPlugins.Directory))
        {
            Assert.True(Schema.Accepts(JsonNode.Parse(File.ReadAllText(Path.Combine(folder, PluginManifest.FileName)))), folder);
        }
    }

    [Fact]
    public void It_takes_the_manifest_of_a_package()
    {
        byte[]? packed = null;
        SamplePackage.Changed(SamplePackage.Of(PluginDirectory.Manifest()), files => packed = files[PluginManifest.FileName]);

        Assert.True(Schema.Accepts(JsonNode.Parse(packed)));
    }

    [Fact]
    public void What_no_schema_can_tell_it_takes()
    {
        foreach (var (change, value) in BeyondASchema)
        {
            var manifest = PluginDirectory.Manifest();
            ManifestTests.Put(manifest, change, value);

            Assert.True(Schema.Accepts(manifest), $"{change}: {value}");
        }
    }
}
