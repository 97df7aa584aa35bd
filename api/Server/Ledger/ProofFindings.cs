namespace BillingHeadless.Server.Ledger;

/// <summary>Gathers what a check finds wrong: all are counted, the first few are named.</summary>
public sealed class ProofFindings
{
    private const int Named = 20;
    private readonly List<string> broken = [];

    public void Add(string id)
    {
        if (broken.Count < Named)
        {
            broken.Add(id);
        }
    }

    public void AddIf(bool isBroken, string id)
    {
        if (isBroken)
        {
            Add(id);
        }
    }

    public ProofCheck Check(string name, long count) => new(name, count, broken.Count == 0, broken);
}

public static class ProofTables
{
    /// <summary>The entry of a key, made when it is not there.</summary>
    public static TValue At<TValue>(this Dictionary<string, TValue> table, string key)
        where TValue : new()
    {
        if (!table.TryGetValue(key, out var value))
        {
            table[key] = value = new TValue();
        }

        return value;
    }
}
