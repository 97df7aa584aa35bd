using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using BillingHeadless.Plugins.Hosting;

namespace BillingHeadless.Tests.Plugins.Support;

/// <summary>Packages made of the samples, and ones that no tool of ours would make.</summary>
public static class SamplePackage
{
    /// <summary>The files of a sample, its manifest among them.</summary>
    public static Dictionary<string, byte[]> Files(JsonObject manifest) => PluginDirectory.FilesFor(manifest)
        .ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes)
        .Append(KeyValuePair.Create(PluginManifest.FileName, Encoding.UTF8.GetBytes(manifest.ToJsonString())))
        .ToDictionary();

    public static byte[] Of(JsonObject manifest, ECDsa? key = null) => PackageWriter.Pack(Files(manifest), key);

    public static byte[] Of(string sample) => Of(PluginDirectory.Manifest(sample: sample));

    /// <summary>The same package with its files changed by hand.</summary>
    public static byte[] Changed(byte[] package, Action<Dictionary<string, byte[]>> change)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        var files = zip.Entries.ToDictionary(entry => entry.FullName, ContentOf);
        change(files);
        return Zip([.. files.Select(file => (file.Key, file.Value))]);
    }

    public static byte[] Zip(params IReadOnlyList<(string Name, byte[] Content)> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static byte[] ContentOf(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using var packed = entry.Open();
        packed.CopyTo(content);
        return content.ToArray();
    }
}
