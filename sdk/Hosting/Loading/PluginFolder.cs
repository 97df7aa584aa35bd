namespace BillingHeadless.Plugins.Hosting;

/// <summary>
/// All files of one plugin, read to memory once: what was checked is what is loaded, and the files may be replaced
/// or deleted afterwards.
/// </summary>
public sealed class PluginFolder
{
    private readonly Dictionary<string, byte[]> files;

    private PluginFolder(string path, Dictionary<string, byte[]> files) => (Path, this.files) = (path, files);

    /// <summary>The full path of the folder.</summary>
    public string Path { get; }

    /// <summary>Contents by relative name, with slashes.</summary>
    public IReadOnlyDictionary<string, byte[]> Files => files;

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
                    $"Make the plugin smaller: a folder may hold {HostingLimits.Files} files and {HostingLimits.FolderBytes} bytes.", FailureCodes.TooLarge);
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
    public IReadOnlyList<ManifestProblem> Check(PluginManifest manifest) => FileCheck.Of(files, manifest);
}

/// <summary>A plugin that cannot be loaded, with a sentence that says what to mend.</summary>
/// <param name="message">The sentence.</param>
/// <param name="code">One of <see cref="FailureCodes"/>.</param>
public sealed class PluginRefusedException(string message, string code = FailureCodes.NotLoadable) : Exception(message)
{
    /// <summary>One of <see cref="FailureCodes"/>.</summary>
    public string Code => code;
}
