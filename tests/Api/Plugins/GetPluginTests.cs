using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Plugins;

/// <summary>The operator sees what runs, what fails and what waits.</summary>
public abstract class GetPluginTests(PluginServer server) : Scenario(server)
{
    [Fact]
    public async Task A_plugin_that_ships_is_there_from_the_start()
    {
        var plugin = await Server.Operator().GetPluginAsync("documents-pdf");

        Assert.Equal(("documents-pdf", PluginKind.DocumentGenerator, PluginSource.Folder), (plugin.Id, plugin.Kind, plugin.Source));
        var node = Assert.Single(plugin.Nodes);
        Assert.Equal((PluginState.Active, plugin.Version, 0), (node.State, node.Version, node.ContextsAlive));
        Assert.Empty(plugin.OldestWaiting!);
        Assert.Empty(plugin.KeptVersions);
    }

    [Fact]
    public async Task Calls_and_the_last_failure_are_told_without_secrets()
    {
        await Server.Install(Packages.Misbehaving("FailsOnDemand", "moody"));
        await Shop.Api.UpdateGatewayAsync("moody", new UpdateGatewayRequest());
        var started = await Shop.Api.PayInvoiceAsync((await Place()).InvoiceId, new PayInvoiceRequest { Method = PaymentMethod.Gateway, Gateway = "moody" });
        Assert.Equal("redirect", started.NextAction!.Type);

        var node = (await Server.Operator().GetPluginAsync("moody")).Nodes.Single();

        Assert.True(node.Calls >= 1);
        Assert.Equal((0, 0, 0), (node.Failures, node.Running, node.RestingFor.Count));
    }

    [Fact]
    public async Task A_replaced_version_leaves_the_memory()
    {
        await Server.Install(Packages.Sandbox(Packages.NextVersion()));
        await Server.Install(Packages.Sandbox(Packages.NextVersion()));

        await server.LookUntil(async () => (await Server.Operator().GetPluginAsync(Shop.Gateway)).Nodes.Single() is { ContextsAlive: 0, Loaded.Count: 1 });
    }

    [Fact]
    public async Task A_plugin_that_cannot_be_unloaded_takes_no_more_versions()
    {
        for (var patch = 1; patch <= 4; patch++)
        {
            await Server.Install(Packages.Misbehaving("NeverEnds", "endless", $"1.0.{patch}"));
        }

        await server.LookUntil(async () => (await Server.Operator().GetPluginAsync("endless")).Nodes.Single().ContextsPinned == 3);

        var refusal = await Refused.With("plugin_pinned", () => Server.Install(Packages.Misbehaving("NeverEnds", "endless", "1.0.5")));
        Assert.Contains("Start the server anew", refusal.Problem!.Detail);
        Assert.Equal("1.0.4", (await Server.Operator().GetPluginAsync("endless")).Version);
        Assert.Contains("billing_plugin_contexts{plugin=\"endless\",state=\"pinned\"} 3\n", (await server.Read("/metrics", key: null)).Text);
        await Refused.With("plugin_pinned", () => Server.Operator().ReloadPluginAsync("endless", new ReloadPluginRequest()));
    }

    [Fact]
    public Task An_unknown_one_is_not_there() => Refused.With("plugin_not_found", () => Server.Operator().GetPluginAsync("nobody"));
}

public sealed class GetPluginOnSqlite(PluginsOnSqlite server) : GetPluginTests(server), IClassFixture<PluginsOnSqlite>;

public sealed class GetPluginOnPostgres(PluginsOnPostgres server) : GetPluginTests(server), IClassFixture<PluginsOnPostgres>;
