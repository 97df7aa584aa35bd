using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using BillingHeadless.Plugins.Hosting;

namespace BillingHeadless.Tests.Benchmarks.Swaps;

/// <summary>The sandbox gateway that ships, as ever newer versions of itself, signed by a publisher whom the server trusts. Each carries on the ones before.</summary>
public sealed class SandboxVersions : IDisposable
{
    private const string Folder = "sandbox";

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly Dictionary<string, byte[]> files;
    private readonly JsonObject manifest;

    public SandboxVersions()
    {
        files = Directory.EnumerateFiles(Shipped).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes);
        manifest = JsonNode.Parse(files[PluginManifest.FileName])!.AsObject();
        manifest["carriesOn"] = ">=1.0.0";
    }

    /// <summary>The folder of the plugin that ships, beside this program.</summary>
    public static string Shipped => Path.Combine(AppContext.BaseDirectory, "plugins", Folder);

    /// <summary>What the server is to trust.</summary>
    public string Publisher => PublisherKey.Of(key).Text;

    public byte[] Package(int number)
    {
        manifest["version"] = $"1.1.{number}";
        files[PluginManifest.FileName] = Encoding.UTF8.GetBytes(manifest.ToJsonString());
        return PackageWriter.Pack(files, key);
    }

    public void Dispose() => key.Dispose();
}
