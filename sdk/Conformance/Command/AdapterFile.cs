using System.Reflection;
using System.Runtime.Loader;

namespace BillingHeadless.Conformance.Command;

/// <summary>Finds the adapter in an author's assembly.</summary>
internal static class AdapterFile
{
    /// <exception cref="InvalidOperationException">It holds no adapter, or several.</exception>
    public static Func<GatewayAdapter> Read(string file)
    {
        var adapters = Load(Path.GetFullPath(file)).GetExportedTypes()
            .Where(type => type.IsAssignableTo(typeof(GatewayAdapter)) && !type.IsAbstract && type.GetConstructor(Type.EmptyTypes) is not null)
            .ToList();
        return adapters switch
        {
            [var adapter] => () => (GatewayAdapter)Activator.CreateInstance(adapter)!,
            [] => throw new InvalidOperationException($"{file} has no public class that derives from GatewayAdapter and has a constructor without parameters."),
            _ => throw new InvalidOperationException($"{file} has several adapters: {string.Join(", ", adapters.Select(type => type.Name))}. One is checked at a time."),
        };
    }

    // The kit's own assembly is shared with the adapter; what else it needs lies beside it.
    private static Assembly Load(string file)
    {
        var resolver = new AssemblyDependencyResolver(file);
        AssemblyLoadContext.Default.Resolving += (context, name) => resolver.ResolveAssemblyToPath(name) is { } path ? context.LoadFromAssemblyPath(path) : null;
        return AssemblyLoadContext.Default.LoadFromAssemblyPath(file);
    }
}
