namespace BillingHeadless.Server.Ledger.Proof;

/// <summary>Gathers what a check finds: all rows are counted, the first few that are wrong are named.</summary>
public sealed class ProofFindings
{
    private readonly List<string> broken = [];
    private long count;

    public void Count(long rows) => count += rows;

    /// <summary>Counts a row and names it when it does not hold.</summary>
    public void Judge(string id, bool holds)
    {
        count++;
        if (!holds)
        {
            Add(id);
        }
    }

    /// <summary>Names what is wrong.</summary>
    public void Add(string id)
    {
        if (broken.Count < Limits.ProofFindingsNamed)
        {
            broken.Add(id);
        }
    }

    public void AddAll(IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            Add(id);
        }
    }

    public ProofCheck Of(IProofCheck check) => new(check.Name, count, broken.Count == 0, broken);
}
