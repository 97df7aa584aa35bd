using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Plugins;

public abstract class ReloadPluginTests(PluginServer server) : Scenario(server)
{
    [Fact]
    public async Task A_plugin_that_ships_is_loaded_anew_from_its_folder()
    {
        var reloaded = await Server.Operator().ReloadPluginAsync("documents-pdf", new ReloadPluginRequest());

        Assert.Equal((PluginSource.Folder, PluginState.Active), (reloaded.Source, reloaded.Nodes.Single().State));
        await server.LookUntil(async () => (await Server.Operator().GetPluginAsync("documents-pdf")).Nodes.Single() is { ContextsAlive: 0, Loaded.Count: 1 });
    }

    [Fact]
    public async Task One_goes_back_to_a_version_that_was_installed_before()
    {
        var (older, newer) = (Packages.NextVersion(), Packages.NextVersion());
        await Server.Install(Packages.Sandbox(older));
        await Server.Install(Packages.Sandbox(newer));

        var back = await Server.Operator().ReloadPluginAsync(Shop.Gateway, new ReloadPluginRequest { Version = older });

        Assert.Equal((older, older), (back.Version, back.Nodes.Single().Version));
        Assert.Superset(new HashSet<string> { older, newer }, back.KeptVersions.ToHashSet());
        var payment = await Start(await Place());
        Assert.Equal(older, payment.PluginVersion);
        Assert.Equal(newer, (await Server.Operator().ReloadPluginAsync(Shop.Gateway, new ReloadPluginRequest { Version = newer })).Version);
    }

    [Fact]
    public async Task What_is_not_kept_or_not_known_is_refused()
    {
        await Refused.With("plugin_version_not_kept", () => Server.Operator().ReloadPluginAsync(Shop.Gateway, new ReloadPluginRequest { Version = "0.0.1" }));
        await Refused.With("plugin_not_found", () => Server.Operator().ReloadPluginAsync("nobody", new ReloadPluginRequest()));
    }

    [Fact]
    public async Task A_folder_that_is_broken_meanwhile_leaves_what_runs_alone()
    {
        var manifest = Path.Combine(server.Folder, "activation-bitrix24", "plugin.json");
        var whole = File.ReadAllText(manifest);
        File.WriteAllText(manifest, "{");

        await Refused.With("plugin_manifest_invalid", () => Server.Operator().ReloadPluginAsync("activation-bitrix24", new ReloadPluginRequest()));

        Assert.Equal(PluginState.Active, (await Server.Operator().GetPluginAsync("activation-bitrix24")).Nodes.Single().State);
        File.WriteAllText(manifest, whole);
    }

    [Fact]
    public async Task After_a_start_anew_the_installed_version_runs_again()
    {
        var version = Packages.NextVersion();
        await Server.Install(Packages.Sandbox(version));

        await Server.Restart();

        var plugin = await Server.Operator().GetPluginAsync(Shop.Gateway);
        Assert.Equal((version, PluginState.Active), (plugin.Nodes.Single().Version, plugin.Nodes.Single().State));
    }
}

public sealed class ReloadPluginOnSqlite(PluginsOnSqlite server) : ReloadPluginTests(server), IClassFixture<PluginsOnSqlite>;

public sealed class ReloadPluginOnPostgres(PluginsOnPostgres server) : ReloadPluginTests(server), IClassFixture<PluginsOnPostgres>;
