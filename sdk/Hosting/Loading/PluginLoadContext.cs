using System.Reflection;
using System.Runtime.Loader;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>
/// The types of one version of one plugin. It shares the contract and the runtime's own assemblies with the host, takes
/// everything else from the plugin's folder, and refuses what is in neither, so that the host's packages stay the host's.
/// </summary>
internal sealed class PluginLoadContext : AssemblyLoadContext
{
    private static readonly string ContractName = typeof(ContractVersion).Assembly.GetName().Name!;

    private readonly IReadOnlyDictionary<string, byte[]> images;

    public PluginLoadContext(PluginFolder folder, PluginManifest manifest)
        : base($"{manifest.Id} {manifest.Version}", isCollectible: true)
    {
        images = ImagesOf(folder, new AssemblyDependencyResolver(Path.Combine(folder.Path, manifest.Assembly)));
    }

    /// <summary>Loads from memory: a mapped file that is overwritten would change code that is running.</summary>
    public Assembly LoadFrom(byte[] image)
    {
        using var stream = new MemoryStream(image, writable: false);
        return LoadFromStream(stream);
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name!;
        if (name == ContractName || RuntimeAssemblyNames.Contains(name))
        {
            return null;
        }

        return images.TryGetValue(name, out var image)
            ? LoadFrom(image)
            : throw new FileNotFoundException($"The plugin needs {name}.dll, which is not in its folder.");
    }

    // All at once, since the resolver finds only files that are still there.
    private static Dictionary<string, byte[]> ImagesOf(PluginFolder folder, AssemblyDependencyResolver resolver)
    {
        var images = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in folder.AssemblyNames)
        {
            if (resolver.ResolveAssemblyToPath(new AssemblyName(name)) is { } path && folder.FindAt(path) is { } image)
            {
                images[name] = image;
            }
        }

        return images;
    }
}
