namespace BillingHeadless.Plugins.Hosting;

/// <summary>How one plugin is doing in this process, all its versions together: what it is asked, what fails, who is kept from it.</summary>
public sealed class PluginHealth
{
    private readonly CallLane ours = new();
    private readonly CallLane messages = new();
    private readonly long[] faults = new long[Enum.GetValues<PluginFaultKind>().Length];
    private long calls;
    private long refusedHosts;
    private FaultNote? lastFault;

    /// <summary>Calls that were asked for, whatever came of them.</summary>
    public long Calls => Interlocked.Read(ref calls);

    /// <summary>Calls that run now; those too whose caller has given up.</summary>
    public int Running => ours.Running + messages.Running;

    /// <summary>Requests to hosts that the manifest does not declare; none of them was sent.</summary>
    public long RefusedHosts => Interlocked.Read(ref refusedHosts);

    /// <summary>Calls without an answer, of all kinds.</summary>
    public long Faults => Enum.GetValues<PluginFaultKind>().Sum(FaultsOf);

    /// <summary>The last of them; null when there was none.</summary>
    public FaultNote? LastFault => Volatile.Read(ref lastFault);

    /// <summary>Merchants for whom the plugin rests because it failed too often in a row.</summary>
    public IReadOnlyList<string> RestingFor => [.. ours.RestingFor.Union(messages.RestingFor).Order(StringComparer.Ordinal)];

    /// <summary>Calls without an answer, of one kind.</summary>
    public long FaultsOf(PluginFaultKind kind) => Interlocked.Read(ref faults[(int)kind]);

    /// <summary>A place for one call, or why there is none. Whoever gets one gives it back with <see cref="Leave"/>.</summary>
    internal PluginFault? TryEnter(string id, PluginScope scope, DateTimeOffset now)
    {
        Interlocked.Increment(ref calls);
        return LaneOf(scope).TryEnter(id, scope.MerchantId, now);
    }

    internal void Leave(PluginScope scope) => LaneOf(scope).Leave(scope.MerchantId);

    /// <summary>What came of a call that had a place.</summary>
    internal void NoteAnswer(PluginScope scope) => LaneOf(scope).NoteAnswer(scope.MerchantId);

    internal void NoteFault(PluginScope scope, PluginFault fault, SemanticVersion? version, DateTimeOffset now)
    {
        Interlocked.Increment(ref faults[(int)fault.Kind]);
        Volatile.Write(ref lastFault, new FaultNote(fault, version, now));
        LaneOf(scope).NoteFault(scope.MerchantId, fault.Kind, now);
    }

    internal void NoteRefusedHost() => Interlocked.Increment(ref refusedHosts);

    private CallLane LaneOf(PluginScope scope) => scope.ReadsMessage ? messages : ours;
}

/// <summary>A call that brought no answer.</summary>
/// <param name="Fault">What happened.</param>
/// <param name="Version">Which version it was; null when none was called.</param>
/// <param name="At">When.</param>
public sealed record FaultNote(PluginFault Fault, SemanticVersion? Version, DateTimeOffset At);
