namespace BillingHeadless.Server.Platform.Plugins;

/// <summary>How one plugin is doing on one node.</summary>
public sealed record PluginReport
{
    public required string PluginId { get; init; }

    /// <summary>Whether the node runs what is wanted.</summary>
    public required PluginState State { get; init; }

    /// <summary>The version that new calls go to; null when there is none.</summary>
    public string? Version { get; init; }

    /// <summary>Every version that is loaded, the present one first.</summary>
    public required IReadOnlyList<LoadedVersion> Loaded { get; init; }

    /// <summary>Calls that were asked for since the node has started.</summary>
    public required long Calls { get; init; }

    /// <summary>Calls that run now.</summary>
    public required int Running { get; init; }

    /// <summary>Calls without an answer since the node has started.</summary>
    public required long Failures { get; init; }

    /// <summary>The last of them, in one sentence.</summary>
    public string? LastFailure { get; init; }

    public DateTimeOffset? LastFailureAt { get; init; }

    /// <summary>Merchants whose calls are turned away for a while, because the plugin failed them too often in a row.</summary>
    public required IReadOnlyList<string> RestingFor { get; init; }

    /// <summary>Requests to hosts that the plugin does not declare; none was sent.</summary>
    public required long RefusedHosts { get; init; }

    /// <summary>Versions that were unloaded and are still in memory.</summary>
    public required int ContextsAlive { get; init; }

    /// <summary>Those among them that something in the plugin holds for good.</summary>
    public required int ContextsPinned { get; init; }

    /// <summary>Why the wanted version does not run here.</summary>
    public IReadOnlyList<string> Mend { get; init; } = [];
}

/// <summary>One version in memory.</summary>
/// <param name="Version">Which.</param>
/// <param name="Leases">Calls that run in it.</param>
public sealed record LoadedVersion(string Version, int Leases);

/// <summary>What a node makes of a wanted plugin.</summary>
public enum PluginState
{
    /// <summary>It runs the wanted version.</summary>
    Active,

    /// <summary>It has not got round to it yet.</summary>
    Behind,

    /// <summary>It cannot run it; what it ran before goes on.</summary>
    Failed,

    /// <summary>Nobody wants it.</summary>
    Removed,
}
