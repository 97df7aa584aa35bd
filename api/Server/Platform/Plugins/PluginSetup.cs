using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server.Platform.Start;
using BillingHeadless.Server.Plugins;

namespace BillingHeadless.Server.Platform.Plugins;

public static class PluginSetup
{
    public static void AddPlugins(this IServiceCollection services)
    {
        // What plugins run in. Budgets and unloads are of the machine: they go by real time, also where a test sets the server's.
        services.AddSingleton<PluginRack>();
        services.AddSingleton(provider => new PluginEgress(provider.GetService<IOutgoingCallObserver>()));
        services.AddSingleton(provider => new PluginCaller(provider.GetRequiredService<PluginEgress>(), TimeProvider.System));
        services.AddSingleton(new PluginLoader(TimeProvider.System));
        services.AddSingleton(provider => new PackageStage(provider.GetRequiredService<DataDirectory>().Unpacked, provider.GetRequiredService<PluginLoader>()));

        // What is wanted of them, and how this node gets there
        services.AddSingleton<PluginLibrary>();
        services.AddSingleton<WaitingPayments>();
        services.AddSingleton<PluginRetirement>();
        services.AddSingleton<PluginReturn>();
        services.AddSingleton<PluginNode>();
        services.AddSingleton<PluginReports>();
        services.AddSingleton<PluginStatus>();
        services.AddSingleton<PluginProof>();
        services.AddSingleton<PluginChange>();
        services.AddSingleton<PluginInstallation>();
        services.AddSingleton<DroppedPackages>();
        services.AddSingleton<PluginKeeper>();
        services.AddHostedService<PluginLoop>();
    }

    /// <summary>Loads what the folders hold and what was installed; a broken plugin is named and harms no other.</summary>
    public static Task LoadPlugins(this IServiceProvider services, CancellationToken cancel)
    {
        services.GetRequiredService<PackageStage>().RemoveLeftovers(TimeProvider.System.GetUtcNow());
        return services.GetRequiredService<PluginNode>().Start(cancel);
    }
}
