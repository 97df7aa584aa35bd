using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server.Platform.Plugins;

namespace BillingHeadless.Server.Plugins;

/// <summary>A plugin: what is wanted of it, and what each node makes of that.</summary>
public sealed record PluginView
{
    public required string Id { get; init; }

    public required PluginKind Kind { get; init; }

    /// <summary>Its name by language.</summary>
    public required IReadOnlyDictionary<string, string> Titles { get; init; }

    /// <summary>The version that every node is to run; null when the plugin is removed.</summary>
    public string? Version { get; init; }

    /// <summary>Where its code comes from.</summary>
    public required PluginSource Source { get; init; }

    /// <summary>The public key of the publisher who signed the package; null when nobody did, or it is no package.</summary>
    public string? Publisher { get; init; }

    /// <summary>SHA-256 of the package.</summary>
    public string? Hash { get; init; }

    /// <summary>Versions whose packages are kept, the newest first: each can be gone back to.</summary>
    public required IReadOnlyList<string> KeptVersions { get; init; }

    /// <summary>How many undecided payments no loaded version can carry on: they wait for one that can.</summary>
    public required int WaitingPayments { get; init; }

    /// <summary>The oldest of them; only when one plugin is read.</summary>
    public IReadOnlyList<WaitingPayment>? OldestWaiting { get; init; }

    /// <summary>Each node's state, this one's first.</summary>
    public required IReadOnlyList<PluginNodeView> Nodes { get; init; }
}

/// <summary>A plugin on one node.</summary>
public sealed record PluginNodeView
{
    /// <summary>The process; a new one after every start.</summary>
    public required string Node { get; init; }

    public required PluginState State { get; init; }

    /// <summary>The version that new calls go to; null when there is none.</summary>
    public string? Version { get; init; }

    /// <summary>Every version that is loaded, with the calls that run in it, the present one first.</summary>
    public required IReadOnlyList<LoadedVersion> Loaded { get; init; }

    /// <summary>Calls that were asked for since the node has started.</summary>
    public required long Calls { get; init; }

    /// <summary>Calls that run now.</summary>
    public required int Running { get; init; }

    /// <summary>Calls without an answer since the node has started.</summary>
    public required long Failures { get; init; }

    /// <summary>The last of them, in one sentence without secrets.</summary>
    public string? LastFailure { get; init; }

    public DateTimeOffset? LastFailureAt { get; init; }

    /// <summary>Merchants whose circuit is broken: their calls are turned away for a while.</summary>
    public required IReadOnlyList<string> RestingFor { get; init; }

    /// <summary>Requests to hosts that the plugin does not declare; none was sent.</summary>
    public required long RefusedHosts { get; init; }

    /// <summary>Versions that were unloaded and are still in memory.</summary>
    public required int ContextsAlive { get; init; }

    /// <summary>Those among them that something holds for good: after three, the plugin takes no other version until the server is started anew.</summary>
    public required int ContextsPinned { get; init; }

    /// <summary>Why the wanted version does not run here.</summary>
    public required IReadOnlyList<string> Mend { get; init; }

    /// <summary>When the node said so.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    public static PluginNodeView Of(NodeReport said) => new()
    {
        Node = said.Node,
        State = said.Report.State,
        Version = said.Report.Version,
        Loaded = said.Report.Loaded,
        Calls = said.Report.Calls,
        Running = said.Report.Running,
        Failures = said.Report.Failures,
        LastFailure = said.Report.LastFailure,
        LastFailureAt = said.Report.LastFailureAt,
        RestingFor = said.Report.RestingFor,
        RefusedHosts = said.Report.RefusedHosts,
        ContextsAlive = said.Report.ContextsAlive,
        ContextsPinned = said.Report.ContextsPinned,
        Mend = said.Report.Mend,
        SeenAt = said.SeenAt,
    };
}
