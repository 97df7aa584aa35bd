using BillingHeadless.Client;
using BillingHeadless.Server.Platform.Plugins;
using BillingHeadless.Tests.Kit;
using PluginState = BillingHeadless.Client.PluginState;

namespace BillingHeadless.Tests.Api.Plugins;

/// <summary>What is installed on one node runs on all of them, and each says what it makes of it. Only PostgreSQL has several nodes.</summary>
public sealed class SeveralNodesTests : IAsyncLifetime
{
    private TestDatabase database = null!;
    private SteppedServer first = null!;
    private SteppedServer second = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.Create(DatabaseKind.Postgres);
        first = new SteppedServer(DatabaseKind.Postgres) { Database = database };
        await first.InitializeAsync();
        second = new SteppedServer(DatabaseKind.Postgres) { Database = database };
        await second.InitializeAsync();
    }

    [Fact]
    public async Task Every_node_comes_to_what_is_wanted()
    {
        var version = Packages.NextVersion();
        await first.Install(Packages.Sandbox(version));
        Assert.Equal(PluginState.Behind, (await second.Operator().GetPluginAsync(Shop.Gateway)).Nodes.First().State);

        await Look();

        var seen = await first.Operator().GetPluginAsync(Shop.Gateway);
        Assert.Equal(2, seen.Nodes.Select(node => node.Node).Distinct().Count());
        Assert.All(seen.Nodes, node => Assert.Equal((PluginState.Active, version), (node.State, node.Version)));

        await second.Operator().RemovePluginAsync(Shop.Gateway);
        await Look();
        Assert.All((await first.Operator().GetPluginAsync(Shop.Gateway)).Nodes, node => Assert.Equal((PluginState.Removed, null), (node.State, node.Version)));
    }

    public async Task DisposeAsync()
    {
        await first.DisposeAsync();
        await second.DisposeAsync();
        await database.DisposeAsync();
    }

    private async Task Look()
    {
        foreach (var node in new[] { first, second })
        {
            node.Time.Advance(TimeSpan.FromSeconds(6));
            await node.Get<PluginKeeper>().Look(CancellationToken.None);
        }
    }
}
