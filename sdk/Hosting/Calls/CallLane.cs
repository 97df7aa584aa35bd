using System.Collections.Concurrent;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>
/// The calls of one plugin that share their places and the merchants for whom it rests. Ours and those for messages from outside go in two
/// lanes: anybody may send a message, and must not be able to keep us from starting a payment.
/// </summary>
internal sealed class CallLane
{
    private readonly ConcurrentDictionary<string, CircuitBreaker> breakers = new(StringComparer.Ordinal);
    private readonly Bulkhead bulkhead = new();

    public int Running => bulkhead.Running;

    public IEnumerable<string> RestingFor => breakers.Where(breaker => breaker.Value.IsOpen).Select(breaker => breaker.Key);

    /// <summary>A place for one call, or why there is none. Whoever gets one gives it back with <see cref="Leave"/>.</summary>
    public PluginFault? TryEnter(string id, string merchant, DateTimeOffset now)
    {
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

    public void Leave(string merchant) => bulkhead.Leave(merchant);

    /// <summary>A call that had a place brought an answer.</summary>
    public void NoteAnswer(string merchant)
    {
        if (breakers.TryGetValue(merchant, out var breaker))
        {
            breaker.NoteAnswer();
            breakers.TryRemove(KeyValuePair.Create(merchant, breaker));
        }
    }

    /// <summary>A call brought none.</summary>
    public void NoteFault(string merchant, PluginFaultKind kind, DateTimeOffset now)
    {
        switch (kind)
        {
            case PluginFaultKind.Threw or PluginFaultKind.TimedOut or PluginFaultKind.Nonsense when breakers.Count < HostingLimits.BrokenCircuits || breakers.ContainsKey(merchant):
                breakers.GetOrAdd(merchant, _ => new CircuitBreaker()).NoteFault(now);
                break;
            case PluginFaultKind.Cancelled or PluginFaultKind.NotLoaded when breakers.TryGetValue(merchant, out var breaker):
                breaker.NoteNothing();
                break;
        }
    }
}
