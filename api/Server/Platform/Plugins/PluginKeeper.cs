namespace BillingHeadless.Server.Platform.Plugins;

/// <summary>Keeps this node at what is wanted: looks at the database and at the folder, lets old versions go, sees that they have gone, and tells.</summary>
public sealed class PluginKeeper(PluginNode node, DroppedPackages dropped, PluginRetirement retirement, PluginRack rack, PluginReports reports)
{
    /// <summary>One look at everything.</summary>
    public async Task Look(CancellationToken cancel)
    {
        await node.Converge(cancel);
        await dropped.Look(cancel);
        await retirement.Run(cancel);
        await rack.Catalogue.VerifyUnloadsAsync(cancel);
        await reports.Tell(cancel);
    }
}
