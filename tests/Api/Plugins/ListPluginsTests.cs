using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Plugins;

public abstract class ListPluginsTests(PluginServer server) : Scenario(server)
{
    [Fact]
    public async Task All_are_listed_by_id_those_that_ship_and_those_that_were_installed()
    {
        await Server.Install(Packages.Misbehaving("SampleGateway"));

        var plugins = (await Server.Operator().ListPluginsAsync()).Data.ToList();

        Assert.Equal(plugins.Select(plugin => plugin.Id).Order(StringComparer.Ordinal), plugins.Select(plugin => plugin.Id));
        Assert.Superset(new HashSet<string> { "activation-bitrix24", "documents-pdf", "sample", "sandbox" }, plugins.Select(plugin => plugin.Id).ToHashSet());
        Assert.All(plugins, plugin => Assert.Equal(PluginState.Active, Assert.Single(plugin.Nodes).State));
    }

    [Fact]
    public async Task A_package_in_the_plugins_folder_is_installed_when_it_is_whole()
    {
        var version = Packages.NextVersion();
        var file = Path.Combine(server.Folder, "sandbox.zip");
        var package = Packages.Sandbox(version);
        File.WriteAllBytes(file, package[..1000]);
        await server.Look();
        File.WriteAllBytes(file, package);
        await server.Look();
        Assert.NotEqual(version, (await Server.Operator().GetPluginAsync(Shop.Gateway)).Version);

        await server.Look();

        Assert.Equal(version, (await Server.Operator().GetPluginAsync(Shop.Gateway)).Version);
        Assert.Equal(version, (await Start(await Place())).PluginVersion);
        File.Delete(file);
    }

    [Fact]
    public async Task A_broken_package_in_the_folder_is_told_until_it_is_mended_or_gone()
    {
        var file = Path.Combine(server.Folder, "broken.zip");
        File.WriteAllBytes(file, BrokenPackages.Of("Forbidden.PinsItself"));
        await server.Look();
        await server.Look();

        Assert.Contains("Do not use System.AppDomain.add_ProcessExit", await Ready());

        File.Delete(file);
        await server.Look();
        Assert.DoesNotContain("Do not use", await Ready());
    }

    [Fact]
    public async Task What_was_removed_over_the_API_does_not_come_back_by_its_file()
    {
        var file = Path.Combine(server.Folder, "sample.zip");
        File.WriteAllBytes(file, Packages.Misbehaving("SampleGateway", "dropped"));
        await server.Look();
        await server.Look();
        Assert.Equal("1.0.0", (await Server.Operator().GetPluginAsync("dropped")).Version);

        await Server.Operator().RemovePluginAsync("dropped");
        File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddSeconds(1));
        await server.Look();
        await server.Look();

        Assert.Null((await Server.Operator().GetPluginAsync("dropped")).Version);
        File.Delete(file);
    }

    private async Task<string> Ready() => (await Server.Read("/health/ready", key: null)).Text;
}

public sealed class ListPluginsOnSqlite(PluginsOnSqlite server) : ListPluginsTests(server), IClassFixture<PluginsOnSqlite>;

public sealed class ListPluginsOnPostgres(PluginsOnPostgres server) : ListPluginsTests(server), IClassFixture<PluginsOnPostgres>;
