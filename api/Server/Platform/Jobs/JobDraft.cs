using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;

namespace BillingHeadless.Server.Platform.Jobs;

/// <summary>Work to be done later. A job of the same kind and key exists once.</summary>
/// <param name="MerchantId">For whom.</param>
/// <param name="Kind">As listed in the schedule.</param>
/// <param name="Key">What makes it unique within its kind, usually an id.</param>
/// <param name="DueAt">When, by the clock that the job goes by.</param>
/// <param name="Clock">Which clock.</param>
public sealed record JobDraft(Id<Merchant> MerchantId, string Kind, string Key, DateTimeOffset DueAt, JobClock Clock)
{
    /// <summary>What the job needs beyond its key; never a secret.</summary>
    public string Payload { get; init; } = "";
}

/// <summary>Whose time a job goes by (ruling 10).</summary>
public enum JobClock
{
    /// <summary>The merchant's: periods, due dates, reminders, acts.</summary>
    Merchant,

    /// <summary>The system's: retries, time-outs, resolver, mail.</summary>
    System,
}
