using BillingHeadless.Domain.Merchants;

namespace BillingHeadless.Domain.Kernel;

/// <summary>A row that belongs to one merchant; every query is filtered by it.</summary>
public interface IOwned
{
    Id<Merchant> MerchantId { get; }
}

/// <summary>A row that changes: its version rises with every change, so that a lost update is noticed and an ETag can be given.</summary>
public interface IVersioned
{
    long Version { get; }
}
