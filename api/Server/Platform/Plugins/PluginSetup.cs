using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server.Platform.Start;

namespace BillingHeadless.Server.Platform.Plugins;

public static class PluginSetup
{
    public static void AddPlugins(this IServiceCollection services)
    {
        services.AddSingleton<PluginRack>();
        services.AddSingleton(provider => new PluginEgress(provider.GetService<IOutgoingCallObserver>()));
        services.AddSingleton(provider => new PluginCaller(provider.GetRequiredService<PluginEgress>(), TimeProvider.System));
    }

    /// <summary>Loads every plugin of the directory; a broken one is named and harms no other.</summary>
    public static async Task LoadPlugins(this IServiceProvider services, CancellationToken cancel)
    {
        var directory = services.GetRequiredService<BillingOptions>().PluginsDirectory;
        var catalogue = await PluginCatalogue.LoadAsync(directory, new PluginLoader(TimeProvider.System), cancel);
        services.GetRequiredService<PluginRack>().Load(catalogue);
    }
}
