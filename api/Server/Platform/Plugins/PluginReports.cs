using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Platform.Plugins;

/// <summary>What a node says about a plugin, and when it said so.</summary>
public sealed record NodeReport(string Node, PluginReport Report, DateTimeOffset SeenAt);

/// <summary>How the plugins are doing on each node: on this one as it is now, on the others as they have last said.</summary>
public sealed class PluginReports(PluginRack rack, PluginNode node, PluginLibrary library, Reader reader, IWriter writer, IDatabase database, Clock clock)
{
    private DateTimeOffset saidAt = DateTimeOffset.UnixEpoch;

    /// <summary>All nodes' reports, this one's first.</summary>
    public async Task<IReadOnlyList<NodeReport>> All(CancellationToken cancel)
    {
        var now = clock.Now();
        var mine = await Mine(cancel);
        var seenSince = now - Limits.PluginNodeForgotten;
        var others = database.IsShared
            ? await reader.Read(default, db => db.PluginNodes
                .Where(row => row.Node != node.Id && row.SeenAt > seenSince).OrderBy(row => row.Node).Take(Limits.PluginNodesShown).ToListAsync(cancel))
            : [];
        return
        [
            .. mine.Select(report => new NodeReport(node.Id, report, now)),
            .. others.SelectMany(row => row.Reports.Select(report => new NodeReport(row.Node, report, row.SeenAt))),
        ];
    }

    /// <summary>Tells the others, where there can be others, every few seconds.</summary>
    public async Task Tell(CancellationToken cancel)
    {
        var now = clock.Now();
        if (!database.IsShared || now - saidAt < Limits.PluginNodeTells)
        {
            return;
        }

        var reports = await Mine(cancel);
        await writer.Write(
            default,
            async (db, token) =>
            {
                var row = await db.PluginNodes.SingleOrDefaultAsync(entry => entry.Node == node.Id, token)
                    ?? db.PluginNodes.Add(PluginNodeRow.Create(node.Id)).Entity;
                row.Say(reports, now);
                var seenSince = now - Limits.PluginNodeForgotten;
                await db.PluginNodes.Where(entry => entry.SeenAt <= seenSince).ExecuteDeleteAsync(token);
                return true;
            },
            cancel);
        saidAt = now;
    }

    private async Task<IReadOnlyList<PluginReport>> Mine(CancellationToken cancel)
    {
        var wanted = (await library.Wanted(cancel)).ToDictionary(row => row.PluginId);
        var names = rack.Catalogue.AllSlots.Select(slot => slot.Id).Concat(wanted.Keys).Distinct().Order(StringComparer.Ordinal);
        return [.. names.Select(id => Of(id, wanted.GetValueOrDefault(id)))];
    }

    private PluginReport Of(string id, WantedPluginRow? row)
    {
        var slot = rack.Catalogue.FindSlot(id);
        var health = slot?.Health;
        var loaded = slot?.Current is { } current ? slot.Older.Prepend(current) : slot?.Older ?? [];
        return new PluginReport
        {
            PluginId = id,
            State = node.StateOf(id, row),
            Version = slot?.Current?.Manifest.Version.ToString(),
            Loaded = [.. loaded.Select(plugin => new LoadedVersion(plugin.Manifest.Version.ToString(), plugin.Leases))],
            Calls = health?.Calls ?? 0,
            Running = health?.Running ?? 0,
            Failures = health?.Faults ?? 0,
            LastFailure = health?.LastFault?.Fault.Text,
            LastFailureAt = health?.LastFault?.At,
            RestingFor = [.. (health?.RestingFor ?? []).Take(Limits.ListItems)],
            RefusedHosts = health?.RefusedHosts ?? 0,
            ContextsAlive = slot?.Unloading.Count ?? 0,
            ContextsPinned = slot?.Pinned ?? 0,
            Mend = rack.FailureOf(id)?.Sentences ?? [],
        };
    }
}
