using System.Collections.Concurrent;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>How one plugin is doing in this process, all its versions together: what it is asked, what fails, who is kept from it.</summary>
public sealed class PluginHealth
{
    private readonly ConcurrentDictionary<string, CircuitBreaker> breakers = new(StringComparer.Ordinal);
    private readonly Bulkhead bulkhead = new();
    private readonly long[] faults = new long[Enum.GetValues<PluginFaultKind>().Length];
    private long calls;
    private long refusedHosts;
    private FaultNote? lastFault;

    /// <summary>Calls that were asked for, whatever came of them.</summary>
    public long Calls => Interlocked.Read(ref calls);

    /// <summary>Calls that run now; those too whose caller has given up.</summary>
    public int Running => bulkhead.Running;

    /// <summary>Requests to hosts that the manifest does not declare; none of them was sent.</summary>
    public long RefusedHosts => Interlocked.Read(ref refusedHosts);

    /// <summary>Calls without an answer, of all kinds.</summary>
    public long Faults => Enum.GetValues<PluginFaultKind>().Sum(FaultsOf);

    /// <summary>The last of them; null when there was none.</summary>
    public FaultNote? LastFault => Volatile.Read(ref lastFault);

    /// <summary>Merchants for whom the plugin rests because it failed too often in a row.</summary>
    public IReadOnlyList<string> RestingFor => [.. breakers.Where(breaker => breaker.Value.IsOpen).Select(breaker => breaker.Key).Order(StringComparer.Ordinal)];

    /// <summary>Calls without an answer, of one kind.</summary>
    public long FaultsOf(PluginFaultKind kind) => Interlocked.Read(ref faults[(int)kind]);

    /// <summary>A place for one call, or why there is none. Whoever gets one gives it back with <see cref="Leave"/>.</summary>
    internal PluginFault? TryEnter(string id, string merchant, DateTimeOffset now)
    {
        Interlocked.Increment(ref calls);
        if (breakers.TryGetValue(merchant, out var breaker) && breaker.RestsAt(now) is { } rest)
        {
            return new PluginFault(
                PluginFaultKind.Resting, $"The plugin {id} failed {HostingLimits.FaultsInARow} times in a row for this merchant and rests for {Math.Ceiling(rest.TotalSeconds)} s.");
        }

        if (bulkhead.TryEnter(merchant))
        {
            return null;
        }

        breaker?.NoteNothing();
        return new PluginFault(PluginFaultKind.Busy, $"The plugin {id} has as many calls running as it may.");
    }

    internal void Leave(string merchant) => bulkhead.Leave(merchant);

    /// <summary>What came of a call that had a place.</summary>
    internal void NoteAnswer(string merchant)
    {
        if (breakers.TryGetValue(merchant, out var breaker))
        {
            breaker.NoteAnswer();
            breakers.TryRemove(KeyValuePair.Create(merchant, breaker));
        }
    }

    internal void NoteFault(string merchant, PluginFault fault, SemanticVersion? version, DateTimeOffset now)
    {
        Interlocked.Increment(ref faults[(int)fault.Kind]);
        Volatile.Write(ref lastFault, new FaultNote(fault, version, now));
        switch (fault.Kind)
        {
            case PluginFaultKind.Threw or PluginFaultKind.TimedOut or PluginFaultKind.Nonsense when breakers.Count < HostingLimits.BrokenCircuits || breakers.ContainsKey(merchant):
                breakers.GetOrAdd(merchant, _ => new CircuitBreaker()).NoteFault(now);
                break;
            case PluginFaultKind.Cancelled or PluginFaultKind.NotLoaded when breakers.TryGetValue(merchant, out var breaker):
                breaker.NoteNothing();
                break;
        }
    }

    internal void NoteRefusedHost() => Interlocked.Increment(ref refusedHosts);
}

/// <summary>A call that brought no answer.</summary>
/// <param name="Fault">What happened.</param>
/// <param name="Version">Which version it was; null when none was called.</param>
/// <param name="At">When.</param>
public sealed record FaultNote(PluginFault Fault, SemanticVersion? Version, DateTimeOffset At);
