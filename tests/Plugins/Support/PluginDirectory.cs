using System.Text.Json.Nodes;

namespace BillingHeadless.Tests.Plugins.Support;

/// <summary>A directory of plugins for one test, made of the sample assemblies; gone afterwards.</summary>
public sealed class PluginDirectory : IDisposable
{
    public const string AssemblyFile = "Samples.Gateways.dll";

    /// <summary>The built samples.</summary>
    public static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "samples");

    private const string Forbidden = "Forbidden.";

    public PluginDirectory() => Directory.CreateDirectory(Root);

    public string Root { get; } = Path.Combine(Path.GetTempPath(), $"billing-plugins-{Guid.NewGuid():N}");

    /// <summary>A manifest that is right, for the sample class of that name; one that uses what is forbidden is called <c>Forbidden.…</c>.</summary>
    public static JsonObject Manifest(string id = "sample", string sample = "SampleGateway", string version = "1.0.0") => new()
    {
        ["id"] = id,
        ["version"] = version,
        ["contract"] = new JsonObject { ["minimum"] = "1.0", ["maximum"] = "1.0" },
        ["kind"] = "paymentGateway",
        ["assembly"] = sample.StartsWith(Forbidden, StringComparison.Ordinal) ? "Samples.Forbidden.dll" : AssemblyFile,
        ["entryType"] = sample.StartsWith(Forbidden, StringComparison.Ordinal) ? $"Samples.{sample}" : $"Samples.Gateways.{sample}",
        ["titles"] = new JsonObject { ["en"] = "Sample" },
        ["settings"] = new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray("apiKey"),
            ["properties"] = new JsonObject
            {
                ["apiKey"] = new JsonObject { ["type"] = "string", ["secret"] = true, ["minLength"] = 1 },
                ["baseUrl"] = new JsonObject { ["type"] = "string", ["default"] = "https://sandbox.example" },
            },
        },
        ["hosts"] = new JsonArray("pay.example", "$setting:baseUrl", "$portal"),
    };

    /// <summary>The built files of the sample that the manifest names.</summary>
    public static IEnumerable<string> FilesFor(JsonObject manifest) => Directory.EnumerateFiles(Samples)
        .Where(file => manifest["assembly"]!.GetValue<string>() != AssemblyFile || !Path.GetFileName(file).StartsWith("Samples.Forbidden", StringComparison.Ordinal));

    /// <summary>Makes a plugin's folder.</summary>
    public string Add(JsonObject manifest, string? folder = null)
    {
        var path = Path.Combine(Root, folder ?? manifest["id"]!.GetValue<string>());
        Directory.CreateDirectory(path);
        foreach (var file in FilesFor(manifest))
        {
            File.Copy(file, Path.Combine(path, Path.GetFileName(file)), overwrite: true);
        }

        File.WriteAllText(Path.Combine(path, "plugin.json"), manifest.ToJsonString());
        return path;
    }

    public string Add(string id, string sample) => Add(Manifest(id, sample));

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
