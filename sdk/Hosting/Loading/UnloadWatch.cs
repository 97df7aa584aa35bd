using System.Runtime.CompilerServices;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>Tells whether a version that was unloaded has really left the memory.</summary>
public sealed class UnloadWatch
{
    private readonly WeakReference life;
    private readonly TimeProvider clock;
    private readonly DateTimeOffset unloadedAt;
    private int rounds;

    internal UnloadWatch(string id, SemanticVersion version, WeakReference life, string? disposeFailure, TimeProvider clock)
    {
        Id = id;
        Version = version;
        DisposeFailure = disposeFailure;
        this.life = life;
        this.clock = clock;
        unloadedAt = clock.GetUtcNow();
    }

    public string Id { get; }

    public SemanticVersion Version { get; }

    /// <summary>What went wrong when the plugin disposed of itself; null when nothing did.</summary>
    public string? DisposeFailure { get; }

    /// <summary>Whether its code is still in memory, as far as the collector has looked.</summary>
    public bool IsAlive => life.IsAlive;

    /// <summary>Whether all garbage was collected as often as it may take, and its code is still there: something holds it.</summary>
    public bool IsPinned => IsAlive && Volatile.Read(ref rounds) >= HostingLimits.CollectionRounds;

    /// <summary>Whether it has had its time to leave by itself, and a collection may still help.</summary>
    internal bool IsOverdue => IsAlive && !IsPinned && clock.GetUtcNow() - unloadedAt >= HostingLimits.LeavesByItself;

    /// <summary>
    /// Collects all garbage, up to <see cref="HostingLimits.CollectionRounds"/> times, until the code is gone. False: something
    /// still pins it, for example a timer that the plugin left running. Never waits for the plugin.
    /// </summary>
    public async Task<bool> IsCollectedAsync(CancellationToken cancel)
    {
        while (life.IsAlive && !IsPinned)
        {
            await CollectAsync(cancel).ConfigureAwait(false);
            NoteRound();
            if (life.IsAlive)
            {
                await Task.Delay(HostingLimits.CollectionPause, clock, cancel).ConfigureAwait(false);
            }
        }

        return !life.IsAlive;
    }

    /// <summary>Collects all garbage once. A pool thread starts with a fresh stack: a continuation of the plugin's own call would hold it.</summary>
    internal static Task CollectAsync(CancellationToken cancel) => Task.Run(Collect, cancel);

    internal void NoteRound() => Interlocked.Increment(ref rounds);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}
