using System.Runtime.CompilerServices;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>
/// One version of one plugin in memory. It counts who uses it: the slot that offers it, and one lease for every call.
/// When the last of them has gone it can be unloaded, and never be used again.
/// </summary>
public sealed class LoadedPlugin
{
    private readonly TimeProvider clock;
    private readonly TaskCompletionSource drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource lifetime = new();
    private readonly WeakReference life;
    private PluginLoadContext? context;
    private IAsyncDisposable? port;

    // The slot's own reference is the first one.
    private int references = 1;
    private int retired;

    internal LoadedPlugin(PluginManifest manifest, PluginLoadContext context, IAsyncDisposable port, object card, TimeProvider clock)
    {
        Manifest = manifest;
        Card = card;
        life = new WeakReference(context);
        this.context = context;
        this.port = port;
        this.clock = clock;
    }

    public PluginManifest Manifest { get; }

    /// <summary>
    /// What the plugin declared when it was loaded: a <c>GatewayCard</c>, <c>DocumentCard</c> or <c>ActivatorCard</c>, by its kind.
    /// </summary>
    public object Card { get; }

    /// <summary>How many calls are running.</summary>
    public int Leases => Volatile.Read(ref references) - (Volatile.Read(ref retired) == 0 ? 1 : 0);

    /// <summary>Ends when the version has been retired and its last lease has been given back.</summary>
    public Task Drained => drained.Task;

    /// <summary>Cancelled when the version does not wait any longer for its calls.</summary>
    internal CancellationToken Lifetime => lifetime.Token;

    /// <summary>The right to make one call; null when the version has been retired and is empty.</summary>
    public PluginLease? TryLease()
    {
        var count = Volatile.Read(ref references);
        while (count > 0)
        {
            var seen = Interlocked.CompareExchange(ref references, count + 1, count);
            if (seen == count)
            {
                return new PluginLease(this);
            }

            count = seen;
        }

        return null;
    }

    /// <summary>The slot lets go of it: once the running calls have ended there will be no new ones.</summary>
    public void Retire()
    {
        if (Interlocked.Exchange(ref retired, 1) == 0)
        {
            Release();
        }
    }

    /// <summary>
    /// Retires it, waits for its calls, cancels those that take longer than <paramref name="patience"/>, disposes of the
    /// plugin and unloads its code. Unloading is cooperative: ask the answer whether it has happened.
    /// </summary>
    public async Task<UnloadWatch> UnloadAsync(TimeSpan patience, CancellationToken cancel)
    {
        Retire();
        if (!await HasDrainedWithinAsync(patience, cancel).ConfigureAwait(false))
        {
            await lifetime.CancelAsync().ConfigureAwait(false);
            await HasDrainedWithinAsync(HostingLimits.Dispose, cancel).ConfigureAwait(false);
        }

        var failure = await DisposePortAsync().ConfigureAwait(false);
        LetGo();
        return new UnloadWatch(Manifest.Id, Manifest.Version, life, failure, clock);
    }

    internal TPort Port<TPort>()
        where TPort : class =>
        port as TPort ?? throw new InvalidOperationException($"{Manifest.Id} {Manifest.Version} is no {typeof(TPort).Name}, or is unloaded.");

    internal void Release()
    {
        if (Interlocked.Decrement(ref references) == 0)
        {
            drained.TrySetResult();
        }
    }

    private async Task<bool> HasDrainedWithinAsync(TimeSpan time, CancellationToken cancel)
    {
        try
        {
            await drained.Task.WaitAsync(time, clock, cancel).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async Task<string?> DisposePortAsync()
    {
        var disposal = await PluginWork.RunAsync(DisposeAsync, HostingLimits.Dispose, clock, CancellationToken.None).ConfigureAwait(false);
        return disposal.Fault?.Text;
    }

    private async ValueTask<object> DisposeAsync()
    {
        await (Interlocked.Exchange(ref port, null)?.DisposeAsync() ?? ValueTask.CompletedTask).ConfigureAwait(false);
        return Manifest;
    }

    // Not inlined, so that no frame of the caller still holds the context when it is looked for.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void LetGo()
    {
        port = null;
        if (Interlocked.Exchange(ref context, null) is { } held)
        {
            PluginMemory.Release(held);
        }
    }
}

/// <summary>The right to make one call. Give it back when the call has ended.</summary>
public sealed class PluginLease : IDisposable
{
    private LoadedPlugin? plugin;

    internal PluginLease(LoadedPlugin plugin) => this.plugin = plugin;

    /// <exception cref="ObjectDisposedException">It has been given back.</exception>
    public LoadedPlugin Plugin => plugin ?? throw new ObjectDisposedException(nameof(PluginLease));

    public void Dispose() => Interlocked.Exchange(ref plugin, null)?.Release();
}
