namespace BillingHeadless.Server.Ledger.Proof;

/// <summary>One check of the books. A new one is one file and its line in <see cref="BooksProof"/>.</summary>
public interface IProofCheck
{
    /// <summary>What the answer calls it; it never changes.</summary>
    string Name { get; }

    /// <summary>What is so when it holds, in the merchant's words.</summary>
    string Claim { get; }
}

/// <summary>Judges all that belongs to one invoice, and nothing else: it reads no database.</summary>
public interface IInvoiceCheck : IProofCheck
{
    void Judge(InvoiceFile file, ProofFindings findings);
}

/// <summary>Reads what it judges, in bounded pages or summed by the database.</summary>
public interface IBooksCheck : IProofCheck
{
    Task Judge(ProofRun run, ProofFindings findings, CancellationToken cancel);
}
