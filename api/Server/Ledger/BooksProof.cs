using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Persistence;

namespace BillingHeadless.Server.Ledger;

/// <summary>What a check found.</summary>
/// <param name="Name">What was checked; the name never changes.</param>
/// <param name="Count">How many rows it looked at.</param>
/// <param name="Holds">Whether all is as it must be.</param>
/// <param name="Broken">Ids of what is not, the first few.</param>
public sealed record ProofCheck(string Name, long Count, bool Holds, IReadOnlyList<string> Broken);

/// <summary>
/// Proves the books: everything is recomputed from the transfers and compared with what the rows say. Each fact is judged
/// by one check. First the entries themselves: what rests on an entry that was tampered with is not judged twice.
/// </summary>
public sealed class BooksProof(Reader reader)
{
    public async Task<IReadOnlyList<ProofCheck>> Prove(Id<Merchant> merchant, CancellationToken cancel) => await reader.ReadSnapshot(merchant, async db =>
    {
        var (entries, facts) = await LedgerFacts.Read(db, cancel);
        return (IReadOnlyList<ProofCheck>)
        [
            entries,
            await AccountProof.Check(db, facts, cancel),
            await PaymentProof.Check(db, facts, cancel),
            .. await InvoiceProof.Check(db, facts, cancel),
            await OrderProof.Check(db, facts, cancel),
            await RefundProof.Check(db, facts, cancel),
            .. await LicenceProof.Check(db, facts, cancel),
            await ActProof.Check(db, facts, cancel),
            .. await NumberProof.Check(db, cancel),
        ];
    }, cancel);
}
