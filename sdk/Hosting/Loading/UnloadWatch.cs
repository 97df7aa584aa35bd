using System.Runtime.CompilerServices;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>Tells whether a version that was unloaded has really left the memory.</summary>
public sealed class UnloadWatch
{
    private readonly WeakReference life;
    private readonly TimeProvider clock;

    internal UnloadWatch(string id, SemanticVersion version, WeakReference life, string? disposeFailure, TimeProvider clock)
    {
        Id = id;
        Version = version;
        DisposeFailure = disposeFailure;
        this.life = life;
        this.clock = clock;
    }

    public string Id { get; }

    public SemanticVersion Version { get; }

    /// <summary>What went wrong when the plugin disposed of itself; null when nothing did.</summary>
    public string? DisposeFailure { get; }

    /// <summary>Whether its code is still in memory, as far as the collector has looked.</summary>
    public bool IsAlive => life.IsAlive;

    /// <summary>
    /// Collects all garbage, up to <see cref="HostingLimits.CollectionRounds"/> times, until the code is gone. False: something
    /// still pins it, for example a timer that the plugin left running. Never waits for the plugin.
    /// </summary>
    public async Task<bool> IsCollectedAsync(CancellationToken cancel)
    {
        for (var round = 0; round < HostingLimits.CollectionRounds && life.IsAlive; round++)
        {
            // A pool thread starts with a fresh stack: a continuation of the plugin's own call would hold it.
            await Task.Run(Collect, cancel).ConfigureAwait(false);
            if (life.IsAlive)
            {
                await Task.Delay(HostingLimits.CollectionPause, clock, cancel).ConfigureAwait(false);
            }
        }

        return !life.IsAlive;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}
