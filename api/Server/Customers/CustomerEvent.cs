using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Events;
using BillingHeadless.Server.Events;

namespace BillingHeadless.Server.Customers;

/// <summary>What events say of a customer: enough to find it, and nothing personal.</summary>
public sealed record CustomerEvent(string CustomerId, string? ExternalId)
{
    public static EventDraft Created(Customer customer, DateTimeOffset now) =>
        new(EventTypes.CustomerCreated, now, () => new CustomerEvent(customer.Id.Value, customer.ExternalId));
}
