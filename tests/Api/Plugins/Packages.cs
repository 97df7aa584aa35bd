using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using BillingHeadless.Client;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Plugins;

/// <summary>Packages for these tests, and the operator who installs them.</summary>
internal static class Packages
{
    public const string Sample = "sample";

    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "plugins");
    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "samples");
    private static int majors = 10;

    /// <summary>Higher than any version that a test of this run has installed: the tests of a class share their server.</summary>
    public static string NextVersion() => $"{Interlocked.Increment(ref majors)}.0.0";

    public static BillingClient Operator(this RunningServer server) => BillingClient.Connect(server.Client.BaseAddress!, RunningServer.PlatformKey);

    public static async Task<Plugin> Install(this RunningServer server, byte[] package)
    {
        using var body = new MemoryStream(package);
        return await server.Operator().InstallPluginAsync(body);
    }

    /// <summary>The sandbox gateway that ships, as another version of itself.</summary>
    /// <param name="version">Its version.</param>
    /// <param name="carriesOn">The versions whose payments it carries on; null: none but its own.</param>
    /// <param name="key">The publisher's; null: nobody signs it.</param>
    public static byte[] Sandbox(string version, string? carriesOn = ">=1.0.0", ECDsa? key = null) => Of(
        Directory.EnumerateFiles(Path.Combine(Shipped, Shop.Gateway)),
        manifest =>
        {
            manifest["version"] = version;
            manifest["carriesOn"] = carriesOn ?? $"={version}";
        },
        key);

    /// <summary>A sample of a gateway that misbehaves, by its class.</summary>
    public static byte[] Misbehaving(string sample, string id = Sample, string version = "1.0.0") => PackageWriter.Pack(
        Directory.EnumerateFiles(Samples)
            .Where(file => sample.StartsWith("Forbidden.", StringComparison.Ordinal) || !Path.GetFileName(file).StartsWith("Samples.Forbidden", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes)
            .Append(KeyValuePair.Create(PluginManifest.FileName, Encoding.UTF8.GetBytes(ManifestOf(sample, id, version).ToJsonString())))
            .ToDictionary(),
        key: null);

    /// <summary>The sandbox's package with its files or its manifest changed before they are listed and packed.</summary>
    public static byte[] Changed(Action<Dictionary<string, byte[]>, JsonObject> change)
    {
        var files = Directory.EnumerateFiles(Path.Combine(Shipped, Shop.Gateway)).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes);
        var manifest = JsonNode.Parse(files[PluginManifest.FileName])!.AsObject();
        change(files, manifest);
        files[PluginManifest.FileName] = Encoding.UTF8.GetBytes(manifest.ToJsonString());
        return PackageWriter.Pack(files, key: null);
    }

    private static byte[] Of(IEnumerable<string> paths, Action<JsonObject> change, ECDsa? key)
    {
        var files = paths.ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes);
        var manifest = JsonNode.Parse(files[PluginManifest.FileName])!.AsObject();
        change(manifest);
        files[PluginManifest.FileName] = Encoding.UTF8.GetBytes(manifest.ToJsonString());
        return PackageWriter.Pack(files, key);
    }

    private static JsonObject ManifestOf(string sample, string id, string version) => new()
    {
        ["id"] = id,
        ["version"] = version,
        ["contract"] = new JsonObject { ["minimum"] = "1.0", ["maximum"] = "1.0" },
        ["kind"] = "paymentGateway",
        ["assembly"] = sample.StartsWith("Forbidden.", StringComparison.Ordinal) ? "Samples.Forbidden.dll" : "Samples.Gateways.dll",
        ["entryType"] = sample.StartsWith("Forbidden.", StringComparison.Ordinal) ? $"Samples.{sample}" : $"Samples.Gateways.{sample}",
        ["titles"] = new JsonObject { ["en"] = "Sample" },
        ["hosts"] = new JsonArray("pay.example"),
        ["carriesOn"] = ">=1.0.0",
    };
}
