using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>Gives a plugin's memory back.</summary>
internal static class PluginMemory
{
    public static void Release(AssemblyLoadContext context)
    {
        ClearJsonCaches();
        context.Unload();
    }

    /// <summary>
    /// System.Text.Json keeps the types that it has met by reflection in static caches, which pins their plugin. The hook that
    /// hot reload uses clears them. It is internal to .NET: where it is missing, only plugins without source-generated
    /// JSON stay in memory, and their <see cref="UnloadWatch"/> says so.
    /// </summary>
    private static void ClearJsonCaches() =>
        typeof(JsonSerializer).Assembly.GetType("System.Text.Json.JsonSerializerOptionsUpdateHandler")
            ?.GetMethod("ClearCache", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic, [typeof(Type[])])
            ?.Invoke(null, [null]);
}
