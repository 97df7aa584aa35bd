using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Persistence;

namespace BillingHeadless.Server.Ledger.Proof;

/// <summary>One proof: the snapshot that it reads, the merchant's time, and what cannot be judged any more.</summary>
public sealed record ProofRun(BillingDb Db, Merchant Merchant, DateTimeOffset Now)
{
    /// <summary>Ids of invoices, payments, refunds and owners of accounts that broken entries are about.</summary>
    public Doubts Doubts { get; } = new();

    /// <summary>Ids of licences, and of products when it is not known which licence, whose terms are not as they were paid.</summary>
    public Doubts LicenceDoubts { get; } = new();

    /// <summary>Ids of services whose periods are not as they were paid.</summary>
    public Doubts ServiceDoubts { get; } = new();
}
