namespace BillingHeadless.Domain.Kernel;

/// <summary>Collects what is wrong with the fields of a request, so that a caller mends all of it at once.</summary>
public sealed class FieldProblems
{
    private readonly SortedDictionary<string, List<string>> byField = new(StringComparer.Ordinal);

    /// <summary>Notes a problem of a field, named as in the API.</summary>
    public void Add(string field, string problem)
    {
        if (!byField.TryGetValue(field, out var problems))
        {
            byField[field] = problems = [];
        }

        problems.Add(problem);
    }

    public void AddUnless(bool holds, string field, string problem)
    {
        if (!holds)
        {
            Add(field, problem);
        }
    }

    /// <summary>The refusal with all that was found, or null when nothing was.</summary>
    public Refusal? Refuse(Refusal refusal) => byField.Count == 0
        ? null
        : refusal with { Fields = byField.ToDictionary(entry => entry.Key, entry => entry.Value.ToArray()) };
}
