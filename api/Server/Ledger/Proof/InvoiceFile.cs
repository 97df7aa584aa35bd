using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Documents;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Licences;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Domain.Subscriptions;

namespace BillingHeadless.Server.Ledger.Proof;

/// <summary>All that belongs to one invoice, with what the transfers say of it.</summary>
public sealed class InvoiceFile(ProofRun run, Invoice invoice)
{
    public ProofRun Run => run;

    public Invoice Invoice => invoice;

    /// <summary>Null when it has none, or when that is missing.</summary>
    public Order? Order { get; init; }

    public required IReadOnlyList<Payment> Payments { get; init; }

    public required IReadOnlyList<Refund> Refunds { get; init; }

    public required IReadOnlyList<LicenceTerm> Terms { get; init; }

    public required IReadOnlyList<ServicePeriod> Periods { get; init; }

    public required IReadOnlyList<Document> Documents { get; init; }

    /// <summary>Which of its lines stand in which act.</summary>
    public required ILookup<Id<Document>, ActLine> ActLines { get; init; }

    /// <summary>Which of its documents have a file.</summary>
    public required IReadOnlySet<Id<Document>> Printed { get; init; }

    /// <summary>Acts whose day has come, and the job that says so has not run yet.</summary>
    public required IReadOnlySet<string> AboutToBeOverdue { get; init; }

    /// <summary>Products of its lines that are licences.</summary>
    public required IReadOnlySet<Id<Product>> LicenceProducts { get; init; }

    /// <summary>Empty when it is doubtful from the beginning.</summary>
    public LedgerFacts Facts { get; } = new();

    /// <summary>What its money rests on was found broken: the checks that follow do not judge it.</summary>
    public bool IsDoubtful { get; private set; }

    public void Doubt() => IsDoubtful = true;

    /// <summary>Takes over the doubts about the entries of its payments and refunds, and hands them on to the balances that these reach.</summary>
    public void TakeDoubts()
    {
        if (run.Doubts.Has(invoice.Id.Value) || Payments.Any(row => run.Doubts.Has(row.Id.Value)) || Refunds.Any(row => run.Doubts.Has(row.Id.Value)))
        {
            Doubt();
            run.Doubts.Add(invoice.CustomerId.Value);
        }
    }
}
