namespace BillingHeadless.Server.Platform.Jobs;

/// <summary>All kinds of jobs, by name.</summary>
public sealed class JobList(IServiceProvider services, IEnumerable<JobList.Entry> entries)
{
    private readonly Dictionary<string, Entry> byKind = entries.ToDictionary(entry => entry.Kind);

    public IJob Find(string kind) => byKind.TryGetValue(kind, out var entry)
        ? (IJob)services.GetRequiredService(entry.Type)
        : throw new InvalidOperationException($"There is no job of kind '{kind}'.");

    public sealed record Entry(string Kind, Type Type);
}
