using BillingHeadless.Plugins.Hosting;

namespace BillingHeadless.Server.Platform.Plugins;

/// <summary>The plugins of this process, once they have been loaded at start.</summary>
public sealed class PluginRack
{
    private PluginCatalogue? catalogue;

    /// <exception cref="InvalidOperationException">The server has not started yet.</exception>
    public PluginCatalogue Catalogue => catalogue ?? throw new InvalidOperationException("Plugins are loaded when the server starts.");

    public void Load(PluginCatalogue loaded) => catalogue = loaded;
}
