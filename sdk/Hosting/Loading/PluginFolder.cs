using System.Security.Cryptography;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>
/// All files of one plugin, read to memory once: what was checked is what is loaded, and the files may be replaced
/// or deleted afterwards.
/// </summary>
public sealed class PluginFolder
{
    private static readonly string ContractFile = typeof(ContractVersion).Assembly.GetName().Name + ".dll";

    private readonly Dictionary<string, byte[]> files;

    private PluginFolder(string path, Dictionary<string, byte[]> files) => (Path, this.files) = (path, files);

    /// <summary>The full path of the folder.</summary>
    public string Path { get; }

    /// <summary>Simple names of the assemblies in the folder.</summary>
    public IEnumerable<string> AssemblyNames =>
        files.Keys.Where(name => name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)).Select(name => System.IO.Path.GetFileNameWithoutExtension(name));

    /// <exception cref="PluginRefusedException">There are too many files, or too much in them.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static PluginFolder Read(string path)
    {
        var root = System.IO.Path.GetFullPath(path);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        long total = 0;
        foreach (var file in new DirectoryInfo(root).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            total += file.Length;
            if (files.Count == HostingLimits.Files || total > HostingLimits.FolderBytes)
            {
                throw new PluginRefusedException(
                    $"Make the plugin smaller: a folder may hold {HostingLimits.Files} files and {HostingLimits.FolderBytes} bytes.");
            }

            var name = System.IO.Path.GetRelativePath(root, file.FullName).Replace(System.IO.Path.DirectorySeparatorChar, '/');
            files[name] = File.ReadAllBytes(file.FullName);
        }

        return new PluginFolder(root, files);
    }

    /// <summary>The bytes of a file by its relative name, or null.</summary>
    public byte[]? Find(string name) => files.GetValueOrDefault(name);

    /// <summary>The bytes of the file at a full path, or null when the folder had none there.</summary>
    public byte[]? FindAt(string fullPath) =>
        Find(System.IO.Path.GetRelativePath(Path, fullPath).Replace(System.IO.Path.DirectorySeparatorChar, '/'));

    /// <summary>What is wrong with the files, by the manifest's own list.</summary>
    public IReadOnlyList<ManifestProblem> Check(PluginManifest manifest)
    {
        var problems = new List<ManifestProblem>();
        if (Find(manifest.Assembly) is null)
        {
            problems.Add(new ManifestProblem(
                PluginManifest.FileName, "/assembly", $"Put the file {manifest.Assembly} into the folder, or name the one that is there."));
        }

        foreach (var name in files.Keys.Where(IsContract))
        {
            problems.Add(new ManifestProblem(name, "", "Remove this file: the contract assembly is the host's, and a second copy of it would be other types."));
        }

        if (manifest.Files is { } listed)
        {
            problems.AddRange(CheckHashes(listed));
        }

        return problems;
    }

    private static bool IsContract(string name) =>
        string.Equals(System.IO.Path.GetFileName(name), ContractFile, StringComparison.OrdinalIgnoreCase);

    private IEnumerable<ManifestProblem> CheckHashes(IReadOnlyDictionary<string, string> listed)
    {
        foreach (var (name, content) in files.Where(file => file.Key != PluginManifest.FileName))
        {
            if (!listed.TryGetValue(name, out var hash))
            {
                yield return new ManifestProblem(name, "", "Remove this file, or list it with its SHA-256 under \"files\" of the manifest.");
            }
            else if (hash != Convert.ToHexStringLower(SHA256.HashData(content)))
            {
                yield return new ManifestProblem(name, "", "Restore this file, or list its present SHA-256: it is not the file that the manifest lists.");
            }
        }

        foreach (var name in listed.Keys.Where(name => !files.ContainsKey(name)))
        {
            yield return new ManifestProblem(name, "", "Add this file, or remove it from \"files\" of the manifest: it is missing.");
        }
    }
}

/// <summary>A plugin that cannot be loaded, with a sentence that says what to mend.</summary>
public sealed class PluginRefusedException(string message) : Exception(message);
