namespace BillingHeadless.Server.Ledger.Proof;

/// <summary>What cannot be judged, because what it rests on was found broken already: so each fact is judged by one check.</summary>
public sealed class Doubts
{
    private readonly HashSet<string> ids = [];
    private bool areAboutAll;

    public void Add(string? id)
    {
        if (ids.Count == Limits.ProofDoubts)
        {
            AddAll();
        }
        else if (id is not null)
        {
            ids.Add(id);
        }
    }

    /// <summary>Nobody knows what is missing, or too much is broken to be remembered.</summary>
    public void AddAll() => areAboutAll = true;

    public bool Has(string id) => areAboutAll || ids.Contains(id);
}
