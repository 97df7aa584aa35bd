using BillingHeadless.Server.Events;
using BillingHeadless.Server.Platform.Jobs;

namespace BillingHeadless.Server.Platform.Persistence;

/// <summary>
/// What one write leaves for its last statements: numbers are taken there, so that the rows that count are locked as
/// shortly as can be; events and the stored answer may then name them.
/// </summary>
public sealed class Outbox
{
    private readonly List<(string Series, Action<long> Give)> numbers = [];
    private readonly List<EventDraft> events = [];
    private readonly List<JobDraft> jobs = [];
    private readonly List<Action<BillingDb>> lastWords = [];

    public IReadOnlyList<(string Series, Action<long> Give)> Numbers => numbers;

    public IReadOnlyList<EventDraft> Events => events;

    public IReadOnlyList<JobDraft> Jobs => jobs;

    public IReadOnlyList<Action<BillingDb>> LastWords => lastWords;

    /// <summary>Takes the next number of a series without gaps.</summary>
    public void Number(string series, Action<long> give) => numbers.Add((series, give));

    /// <summary>Announces what happened; the data are read when all numbers are known.</summary>
    public void Announce(EventDraft draft) => events.Add(draft);

    /// <summary>Plans work. A job of the same kind and key is planned once.</summary>
    public void Plan(JobDraft draft) => jobs.Add(draft);

    /// <summary>Rows that can only be written when all else is known, such as the stored answer.</summary>
    public void Finally(Action<BillingDb> word) => lastWords.Add(word);

    public void Clear()
    {
        numbers.Clear();
        events.Clear();
        jobs.Clear();
        lastWords.Clear();
    }
}
