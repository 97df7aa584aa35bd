namespace BillingHeadless.Plugins.Hosting;

/// <summary>
/// Where packages are unpacked: each into a folder named after its content, written once and never overwritten, so that the version
/// that runs, the one before it and a neighbour's attempt never share a file.
/// </summary>
/// <param name="root">The directory of all of them.</param>
public sealed class PackageStage(string root)
{
    private const int HashDigits = 16;

    /// <summary>The folder of a package, unpacked if it is not there yet. Its files are checked again when they are loaded.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public string Unpack(PluginPackage package)
    {
        var folder = FolderOf(package);
        if (Directory.Exists(folder))
        {
            return folder;
        }

        // Under a name of its own first: a half-written folder never bears the final one.
        var unfinished = Directory.CreateDirectory(Path.Combine(root, $".{Path.GetRandomFileName()}")).FullName;
        try
        {
            Write(package, unfinished);
            Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
            Directory.Move(unfinished, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // Another attempt was quicker, with the same bytes.
            Directory.Delete(unfinished, recursive: true);
        }

        return folder;
    }

    /// <summary>Removes a package's folder; what is loaded is in memory and does not notice. A folder that is not of this stage stays.</summary>
    /// <exception cref="IOException">It cannot be removed.</exception>
    public void Remove(string folder)
    {
        if (folder.StartsWith(Path.GetFullPath(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal) && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private string FolderOf(PluginPackage package) =>
        Path.Combine(root, package.Manifest.Id, $"{package.Manifest.Version}-{package.Hash[..HashDigits]}");

    private static void Write(PluginPackage package, string folder)
    {
        foreach (var (name, content) in package.Files)
        {
            var file = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, content);
        }
    }
}
