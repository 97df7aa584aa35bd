using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>Makes a package of a built plugin's files: lists them with their hashes, signs the list, packs all. The same files and no key give the same bytes.</summary>
public static class PackageWriter
{
    // The earliest instant that a .zip can hold.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    // What a build leaves beside the assemblies for developers, and what is the host's.
    private static readonly string[] NotPacked = [".pdb", ".xml", ".runtimeconfig.json"];

    /// <summary>Reads a folder of built files and packs it.</summary>
    /// <exception cref="PluginRefusedException">There is no manifest that can be read, or there is too much of the rest.</exception>
    public static byte[] Pack(string folder, ECDsa? key, SemanticVersion? version = null) => Pack(FilesOf(folder), key, version);

    /// <summary>Packs files by name, among them <c>plugin.json</c>.</summary>
    /// <param name="files">Contents by name.</param>
    /// <param name="key">The publisher's; null makes an unsigned package.</param>
    /// <param name="version">Takes the place of the manifest's; null keeps it.</param>
    /// <exception cref="PluginRefusedException">There is no manifest that can be read.</exception>
    public static byte[] Pack(IReadOnlyDictionary<string, byte[]> files, ECDsa? key, SemanticVersion? version = null)
    {
        var packed = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (name, content) in files.Where(file => file.Key is not (PluginManifest.FileName or PackageSignature.FileName)))
        {
            packed.Add(name, content);
        }

        var manifest = WriteManifest(files.GetValueOrDefault(PluginManifest.FileName), packed, version);
        packed.Add(PluginManifest.FileName, manifest);
        if (key is not null)
        {
            packed.Add(PackageSignature.FileName, PackageSignature.Sign(key, manifest).Write());
        }

        return Zip(packed);
    }

    private static Dictionary<string, byte[]> FilesOf(string folder)
    {
        var contract = typeof(ContractVersion).Assembly.GetName().Name + ".dll";
        return PluginFolder.Read(folder).Files
            .Where(file => !NotPacked.Any(ending => file.Key.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) && Path.GetFileName(file.Key) != contract)
            .ToDictionary();
    }

    private static byte[] WriteManifest(byte[]? json, SortedDictionary<string, byte[]> files, SemanticVersion? version)
    {
        var manifest = ReadManifest(json);
        if (version is not null)
        {
            manifest["version"] = version.ToString();
        }

        manifest["files"] = new JsonObject(files.Select(file => KeyValuePair.Create(file.Key, (JsonNode?)Convert.ToHexStringLower(SHA256.HashData(file.Value)))));
        return Encoding.UTF8.GetBytes(manifest.ToJsonString(Readable));
    }

    private static JsonObject ReadManifest(byte[]? json)
    {
        try
        {
            return JsonNode.Parse(json ?? throw new PluginRefusedException(FileCheck.NoManifest.ToString(), FailureCodes.FileMissing)) as JsonObject
                ?? throw new PluginRefusedException($"{PluginManifest.FileName}: This must be a JSON object.", FailureCodes.ManifestInvalid);
        }
        catch (JsonException broken)
        {
            throw new PluginRefusedException($"{PluginManifest.FileName}: This is not JSON as it should be: {broken.Message}", FailureCodes.ManifestInvalid);
        }
    }

    private static byte[] Zip(SortedDictionary<string, byte[]> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = Epoch;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
