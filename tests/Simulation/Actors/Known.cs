namespace BillingHeadless.Tests.Simulation.Actors;

/// <summary>What several people know together, also when they act at once.</summary>
internal sealed class Known<T>
    where T : class
{
    private readonly Lock turn = new();
    private readonly List<T> things = [];

    /// <summary>As it is now.</summary>
    public IReadOnlyList<T> All
    {
        get
        {
            lock (turn)
            {
                return [.. things];
            }
        }
    }

    public void Add(T thing)
    {
        lock (turn)
        {
            things.Add(thing);
        }
    }

    public void Remove(T thing)
    {
        lock (turn)
        {
            things.Remove(thing);
        }
    }

    public T? Any(Random random) => All.Any(random);
}

internal static class Choice
{
    /// <summary>Null when there is none.</summary>
    public static T? Any<T>(this IReadOnlyList<T> things, Random random)
        where T : class => things.Count == 0 ? null : things[random.Next(things.Count)];
}
