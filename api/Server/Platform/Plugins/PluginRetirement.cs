using System.Collections.Concurrent;
using BillingHeadless.Plugins.Hosting;

namespace BillingHeadless.Server.Platform.Plugins;

/// <summary>
/// Decides when a version that was replaced goes: at once when nothing needs it, otherwise when its open payments have ended, but
/// never later than ruling 19 allows. Going takes as long as its running calls; nobody waits for that.
/// </summary>
public sealed class PluginRetirement(PluginRack rack, WaitingPayments waiting, Clock clock)
{
    private readonly ConcurrentDictionary<LoadedPlugin, DateTimeOffset> replacedAt = [];
    private readonly ConcurrentDictionary<LoadedPlugin, Task> going = [];

    public void NoteReplaced(LoadedPlugin plugin) => replacedAt[plugin] = clock.Now();

    /// <summary>Lets go of every version that may go now.</summary>
    public async Task Run(CancellationToken cancel)
    {
        foreach (var slot in rack.Catalogue.AllSlots)
        {
            foreach (var (rank, older) in slot.Older.Index())
            {
                if (await MayGo(slot, older, rank, cancel))
                {
                    Begin(slot, older);
                }
            }
        }
    }

    /// <summary>Ends when all that were going have gone.</summary>
    public Task Settle() => Task.WhenAll(going.Values);

    private async Task<bool> MayGo(PluginSlot slot, LoadedPlugin older, int rank, CancellationToken cancel)
    {
        var age = clock.Now() - replacedAt.GetValueOrDefault(older, clock.Now());
        return slot.Current is null
            || slot.Kind != PluginKind.PaymentGateway
            || slot.Current.Manifest.CanCarryOn(older.Manifest.Version)
            || rank >= Limits.OlderPluginVersions
            || age >= Limits.OlderPluginKept
            || (age >= Limits.PaymentBeingBegun && !await waiting.Any(slot.Id, older.Manifest.Version.ToString(), cancel));
    }

    // In the list before it starts: it takes itself out when it has ended.
    private void Begin(PluginSlot slot, LoadedPlugin older)
    {
        var release = new Task<Task>(() => Release(slot, older));
        if (going.TryAdd(older, release.Unwrap()))
        {
            release.Start(TaskScheduler.Default);
        }
    }

    private async Task Release(PluginSlot slot, LoadedPlugin older)
    {
        await slot.ReleaseAsync(older, Limits.PluginDrained, CancellationToken.None);
        replacedAt.TryRemove(older, out _);
        going.TryRemove(older, out _);
    }
}
