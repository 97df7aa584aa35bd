using BillingHeadless.Plugins;

namespace BillingHeadless.Domain.Kernel;

/// <summary>
/// A rule said no: not an error but an answer, with a code that never changes. Each feature lists its own in one file;
/// a use of one may add what exactly is wrong.
/// </summary>
public sealed record Refusal(string Code, RefusalKind Kind, string Title)
{
    /// <summary>What to mend in this very case.</summary>
    public string? Detail { get; init; }

    /// <summary>Fields of the request with what is wrong in each.</summary>
    public IReadOnlyDictionary<string, string[]>? Fields { get; init; }

    /// <summary>So much more money would have been enough.</summary>
    public Money? Missing { get; init; }

    /// <summary>From when on a tariff can be changed again.</summary>
    public DateTimeOffset? NextChangeAt { get; init; }

    public Refusal Because(string detail) => this with { Detail = detail };

    public Refusal Lacking(Money missing) => Because($"Missing: {missing.Minor} {missing.Currency} in minor units.") with { Missing = missing };

    public Refusal Until(DateTimeOffset nextChangeAt) => Because($"nextChangeAt: {nextChangeAt:O}") with { NextChangeAt = nextChangeAt };

    public Refusal At(string field, string problem) => this with { Fields = new Dictionary<string, string[]> { [field] = [problem] } };
}

/// <summary>What sort of no it is; the API maps each to one HTTP status.</summary>
public enum RefusalKind
{
    /// <summary>The request is well formed but asks for what the rules do not allow.</summary>
    Invalid,

    /// <summary>The state of things is against it now.</summary>
    Conflict,

    /// <summary>There is no such thing for this caller.</summary>
    NotFound,

    /// <summary>The caller may not.</summary>
    Forbidden,

    /// <summary>The caller decided on what is not so any more.</summary>
    Outdated,

    /// <summary>The caller asks too often.</summary>
    TooMany,

    /// <summary>Something that the call needs does not answer now.</summary>
    Unavailable,
}
