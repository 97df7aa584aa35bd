using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Platform.Plugins;

/// <summary>Packages and wishes in the database: what all nodes of this installation share.</summary>
public sealed class PluginLibrary(Reader reader, Vault vault, Clock clock)
{
    private const string Purpose = "plugin-packages";

    public Task<List<WantedPluginRow>> Wanted(CancellationToken cancel) =>
        reader.Read(default, db => db.WantedPlugins.OrderBy(row => row.PluginId).Take(HostingLimits.Plugins).ToListAsync(cancel));

    /// <summary>The package that is wanted, as it was when it was installed; null when it is not there.</summary>
    public async Task<byte[]?> Find(string pluginId, string version, CancellationToken cancel)
    {
        var row = await reader.Read(default, db => db.PluginPackages.SingleOrDefaultAsync(entry => entry.PluginId == pluginId && entry.PluginVersion == version, cancel));
        return row is null ? null : vault.Decrypt(Purpose, row.ContentCipher);
    }

    public Task<bool> Knows(string hash, CancellationToken cancel) => reader.Read(default, db => db.PluginPackages.AnyAsync(row => row.Hash == hash, cancel));

    /// <summary>Keeps the package beside the last few of its plugin; false when another one of this version is there.</summary>
    public async Task<bool> Keep(BillingDb db, PluginPackage package, byte[] bytes, CancellationToken cancel)
    {
        var (id, version) = (package.Manifest.Id, package.Manifest.Version.ToString());
        var hashes = await db.PluginPackages.Where(row => row.PluginId == id && row.PluginVersion == version).Select(row => row.Hash).ToListAsync(cancel);
        if (hashes.Count > 0)
        {
            return hashes[0] == package.Hash;
        }

        db.PluginPackages.Add(PluginPackageRow.Keep(package, vault.Encrypt(Purpose, bytes), clock.Now()));
        var old = await db.PluginPackages.Where(row => row.PluginId == id)
            .OrderByDescending(row => row.InstalledAt).ThenBy(row => row.PluginVersion).Skip(Limits.PluginPackagesKept).Select(row => row.PluginVersion).ToListAsync(cancel);
        await db.PluginPackages.Where(row => row.PluginId == id && old.Contains(row.PluginVersion)).ExecuteDeleteAsync(cancel);
        return true;
    }

    /// <summary>The wish about a plugin, to be changed.</summary>
    public async Task<WantedPluginRow> Wish(BillingDb db, string pluginId, CancellationToken cancel) =>
        await db.WantedPlugins.SingleOrDefaultAsync(row => row.PluginId == pluginId, cancel) ?? db.WantedPlugins.Add(WantedPluginRow.Create(pluginId)).Entity;
}
