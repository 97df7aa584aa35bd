using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Plugins;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Plugins;

/// <summary>Puts together what is wanted of plugins, what is kept of them, how they are doing and what waits for them.</summary>
public sealed class PluginStatus(PluginRack rack, PluginLibrary library, PluginReports reports, WaitingPayments waiting, Reader reader)
{
    /// <summary>Every plugin, by id.</summary>
    public async Task<IReadOnlyList<PluginView>> All(CancellationToken cancel)
    {
        var wanted = (await library.Wanted(cancel)).ToDictionary(row => row.PluginId);
        var said = (await reports.All(cancel)).ToLookup(report => report.Report.PluginId);
        var ids = rack.Catalogue.Slots.Select(slot => slot.Id).Concat(wanted.Keys).Distinct().Order(StringComparer.Ordinal).ToList();
        var views = new List<PluginView>();
        foreach (var id in ids)
        {
            views.Add(await Compose(id, wanted.GetValueOrDefault(id), [.. said[id]], cancel));
        }

        return views;
    }

    /// <summary>One plugin with the payments that wait for it; null when there is none of this id.</summary>
    public async Task<PluginView?> One(string id, CancellationToken cancel)
    {
        var row = (await library.Wanted(cancel)).SingleOrDefault(wanted => wanted.PluginId == id);
        if (row is null && rack.Catalogue.Find(id) is null)
        {
            return null;
        }

        var said = (await reports.All(cancel)).Where(report => report.Report.PluginId == id).ToList();
        var view = await Compose(id, row, said, cancel);
        return view with { OldestWaiting = (await waiting.Of(id, cancel)).Oldest };
    }

    private async Task<PluginView> Compose(string id, WantedPluginRow? row, IReadOnlyList<NodeReport> said, CancellationToken cancel)
    {
        var kept = await reader.Read(default, db => db.PluginPackages.Where(package => package.PluginId == id)
            .OrderByDescending(package => package.InstalledAt)
            .Select(package => new { package.PluginVersion, package.Hash, package.Publisher }).ToListAsync(cancel));
        var manifest = rack.Catalogue.Find(id)?.Current?.Manifest;
        var package = row is { Source: PluginSource.Package } ? kept.SingleOrDefault(entry => entry.PluginVersion == row.PluginVersion) : null;
        return new PluginView
        {
            Id = id,
            Kind = row?.Kind ?? manifest!.Kind,
            Titles = row?.Titles ?? manifest!.Titles,
            Version = row is null ? manifest?.Version.ToString() : row.PluginVersion,
            Source = row?.Source ?? PluginSource.Folder,
            Publisher = package?.Publisher,
            Hash = package?.Hash,
            KeptVersions = [.. kept.Select(entry => entry.PluginVersion)],
            WaitingPayments = (await waiting.Of(id, cancel)).Count,
            Nodes = [.. said.Select(PluginNodeView.Of)],
        };
    }
}
