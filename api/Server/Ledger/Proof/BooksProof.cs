using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Ledger.Proof;

/// <summary>What a check found.</summary>
/// <param name="Name">What was checked; the name never changes.</param>
/// <param name="Count">How many rows it looked at.</param>
/// <param name="Holds">Whether all is as it must be.</param>
/// <param name="Broken">Ids of what is not, the first few.</param>
public sealed record ProofCheck(string Name, long Count, bool Holds, IReadOnlyList<string> Broken);

/// <summary>
/// Proves the books: everything is recomputed from the transfers and compared with what the rows say. Each fact is judged
/// by one check; what rests on something that was found broken is not judged again. However much there is, it reads one page at a time.
/// </summary>
public sealed class BooksProof(Reader reader, Clock clock)
{
    /// <summary>The ground: all that follows rests on the entries.</summary>
    private static readonly IBooksCheck Ground = new LedgerEntriesCheck();

    /// <summary>In this order for each invoice.</summary>
    private static readonly IInvoiceCheck[] OfInvoices =
    [
        new PaymentsCheck(), new RefundsCheck(), new InvoiceLinesCheck(), new InvoicesCheck(), new OrdersCheck(), new LicenceTermsCheck(), new ServicePeriodsCheck(), new DocumentsCheck(),
    ];

    private static readonly IBooksCheck[] Others =
    [
        new LicencesCheck(), new SubscriptionsCheck(), new PlanChangesCheck(), new UsageChargesCheck(), new AccountBalancesCheck(), new JournalCheck(),
        NumbersCheck.OfInvoices, NumbersCheck.OfDocuments, NumbersCheck.OfOrders, NumbersCheck.OfEvents,
    ];

    public static IReadOnlyList<IProofCheck> Checks { get; } = [Ground, .. OfInvoices, .. Others];

    public async Task<IReadOnlyList<ProofCheck>> Prove(Id<Merchant> id, CancellationToken cancel) => await reader.ReadSnapshot(id, async db =>
    {
        var merchant = await db.Merchants.SingleAsync(row => row.Id == id, cancel);
        var run = new ProofRun(db, merchant, clock.NowOf(merchant));
        var findings = Checks.ToDictionary(check => check, _ => new ProofFindings());
        await Ground.Judge(run, findings[Ground], cancel);
        await JudgeInvoices(run, findings, cancel);
        foreach (var check in Others)
        {
            await check.Judge(run, findings[check], cancel);
        }

        return (IReadOnlyList<ProofCheck>)[.. Checks.Select(check => findings[check].Of(check))];
    }, cancel);

    private static async Task JudgeInvoices(ProofRun run, Dictionary<IProofCheck, ProofFindings> findings, CancellationToken cancel)
    {
        await foreach (var page in InvoicePage.All(run, cancel))
        {
            foreach (var file in page)
            {
                foreach (var check in OfInvoices)
                {
                    check.Judge(file, findings[check]);
                }
            }
        }
    }
}
