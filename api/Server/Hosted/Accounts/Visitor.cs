using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Server.Hosted.Accounts;

/// <summary>Who is logged in at a merchant's pages, and for which customers that person acts.</summary>
public sealed record Visitor(Id<Session> SessionId, Id<Login> LoginId, string Email, IReadOnlyList<Membership> Memberships)
{
    /// <summary>The customers, in the order in which the person joined them.</summary>
    public IReadOnlyList<Id<Customer>> Customers => [.. Memberships.Select(membership => membership.CustomerId)];

    /// <summary>The membership for the customer that was chosen, or the first one; null when the person acts for nobody.</summary>
    public Membership? MembershipFor(string? customerId) =>
        Memberships.FirstOrDefault(membership => membership.CustomerId.Value == customerId) ?? Memberships.FirstOrDefault();
}
