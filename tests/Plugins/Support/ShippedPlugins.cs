namespace BillingHeadless.Tests.Plugins.Support;

/// <summary>Where the plugins that ship lie beside these tests.</summary>
public static class ShippedPlugins
{
    public static string Directory { get; } = Path.Combine(AppContext.BaseDirectory, "plugins");
}
