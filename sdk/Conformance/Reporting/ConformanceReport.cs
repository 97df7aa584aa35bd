namespace BillingHeadless.Conformance.Reporting;

/// <summary>What a check has found.</summary>
public sealed record ConformanceReport
{
    /// <summary>The plugin's id; null when its manifest cannot be read.</summary>
    public required string? PluginId { get; init; }

    /// <summary>The plugin's version.</summary>
    public required string? PluginVersion { get; init; }

    /// <summary>SHA-256 of the package, in lower-case hexadecimal.</summary>
    public required string PackageSha256 { get; init; }

    /// <summary>The version of the contract that the kit speaks.</summary>
    public required string ContractVersion { get; init; }

    /// <summary>What the card declares, by capability.</summary>
    public required IReadOnlyList<Capability> Capabilities { get; init; }

    /// <summary>Every assertion, in the order of the table.</summary>
    public required IReadOnlyList<AssertionResult> Results { get; init; }

    /// <summary>Whether every assertion holds that applies.</summary>
    public bool Passed => !Results.Any(result => result.IsFailure);

    /// <summary>Those that do not hold.</summary>
    public IEnumerable<AssertionResult> Failures => Results.Where(result => result.IsFailure);

    /// <summary>For people.</summary>
    public string ToMarkdown() => MarkdownReport.Write(this);

    /// <summary>For programs.</summary>
    public string ToJson() => JsonReport.Write(this);
}

/// <summary>Something that the card declares.</summary>
/// <param name="Name">The member of the card.</param>
/// <param name="Value">Its value, in words.</param>
public sealed record Capability(string Name, string Value);

/// <summary>What came of one assertion.</summary>
/// <param name="Group">The part of the table.</param>
/// <param name="Name">Its number, and what it demands.</param>
/// <param name="Verdict">What came of it.</param>
/// <param name="Reason">Why, unless it passed.</param>
public sealed record AssertionResult(string Group, string Name, AssertionVerdict Verdict, string? Reason)
{
    /// <summary>The author's note on a deviation that is known.</summary>
    public string? Note { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Whether the plugin cannot be said to conform because of it.</summary>
    public bool IsFailure => Verdict is AssertionVerdict.Failed or AssertionVerdict.NoAnswer or AssertionVerdict.KitFailed or AssertionVerdict.NotRun;

    /// <summary>The reason with the author's note; empty when it passed.</summary>
    internal string Remark => Note is null ? Reason ?? "" : $"{Reason} Known deviation: {Note}";

    /// <summary>As a test's message shows it: what was demanded, and below it what came instead.</summary>
    public override string ToString() => $"{Name}: {Verdict}\n    {Remark.ReplaceLineEndings("\n    ")}";
}

/// <summary>What can come of an assertion.</summary>
public enum AssertionVerdict
{
    /// <summary>It holds.</summary>
    Passed,

    /// <summary>It does not hold.</summary>
    Failed,

    /// <summary>The plugin threw, or did not answer in time: it breaks the contract, but nothing was found out about the assertion.</summary>
    NoAnswer,

    /// <summary>It says nothing about this plugin, for the reason that is given.</summary>
    NotApplicable,

    /// <summary>It was not come to.</summary>
    NotRun,

    /// <summary>The kit or the adapter broke down over it.</summary>
    KitFailed,
}
