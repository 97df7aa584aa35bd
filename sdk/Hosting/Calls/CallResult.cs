using System.Diagnostics.CodeAnalysis;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>What came of a call: the plugin's answer, or a fault of the plugin.</summary>
public sealed record CallResult<TAnswer>(TAnswer? Answer, PluginFault? Fault)
    where TAnswer : class
{
    [MemberNotNullWhen(true, nameof(Answer))]
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool HasAnswer => Answer is not null;

    /// <summary>The version that was called; null when none was.</summary>
    public SemanticVersion? Version { get; init; }
}

/// <summary>A call that brought no answer. Whether the plugin has reached the outside before is not known, unless <see cref="NotCalled"/>.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Text">In one English sentence, without secrets.</param>
public sealed record PluginFault(PluginFaultKind Kind, string Text)
{
    /// <summary>True when it is certain that the plugin was not even called.</summary>
    public bool NotCalled => Kind is PluginFaultKind.NotLoaded or PluginFaultKind.Resting or PluginFaultKind.Busy;

    /// <summary>For nonsense while it was loaded: one of <see cref="FailureCodes"/>.</summary>
    internal string? Code { get; init; }

    internal CallResult<TAnswer> As<TAnswer>()
        where TAnswer : class => new(null, this);
}

/// <summary>Kinds of faults.</summary>
public enum PluginFaultKind
{
    /// <summary>No version is loaded: nothing was called.</summary>
    NotLoaded,

    /// <summary>It failed too often in a row for this merchant and is left alone for a while: nothing was called.</summary>
    Resting,

    /// <summary>It has as many calls running as it may: nothing was called.</summary>
    Busy,

    /// <summary>It threw an exception.</summary>
    Threw,

    /// <summary>It gave no answer in time.</summary>
    TimedOut,

    /// <summary>It answered with nothing, or with something that cannot be.</summary>
    Nonsense,

    /// <summary>Whoever called did not wait for the answer.</summary>
    Cancelled,
}
