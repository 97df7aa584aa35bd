namespace BillingHeadless.Plugins.Hosting;

/// <summary>The runtime's own assemblies, which the host and all plugins share.</summary>
internal static class RuntimeAssemblyNames
{
    private static readonly HashSet<string> Names = Read();

    public static bool Contains(string name) => Names.Contains(name);

    private static HashSet<string> Read()
    {
        var directory = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return [.. Directory.EnumerateFiles(directory, "*.dll").Select(file => Path.GetFileNameWithoutExtension(file))];
    }
}
