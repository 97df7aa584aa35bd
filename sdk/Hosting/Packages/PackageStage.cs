namespace BillingHeadless.Plugins.Hosting;

/// <summary>
/// Where a package lies as files while it is loaded. Each attempt has a folder of its own that is gone afterwards, since what is loaded is
/// in memory: attempts never share a file, not even those of two processes on one directory.
/// </summary>
/// <param name="root">The directory of all of them.</param>
/// <param name="loader">Loads what has been unpacked.</param>
public sealed class PackageStage(string root, PluginLoader loader)
{
    /// <summary>Unpacks a package, checks its files again and loads it.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public async Task<PluginLoading> LoadAsync(PluginPackage package, CancellationToken cancel)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, Path.GetRandomFileName())).FullName;
        try
        {
            Write(package, folder);
            return await loader.LoadAsync(folder, cancel).ConfigureAwait(false);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Removes what processes that died have left; an attempt that still runs, in another process, is younger.</summary>
    /// <param name="now">The machine's time.</param>
    /// <exception cref="IOException">It cannot be removed.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be removed.</exception>
    public void RemoveLeftovers(DateTimeOffset now)
    {
        var directory = Directory.CreateDirectory(root);
        foreach (var folder in directory.EnumerateDirectories().Where(folder => folder.LastWriteTimeUtc < now - HostingLimits.Unpacked).ToList())
        {
            Remove(folder);
        }
    }

    private static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Another process that starts on this directory was quicker.
        }
    }

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
