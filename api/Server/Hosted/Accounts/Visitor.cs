using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Server.Hosted.Accounts;

/// <summary>Who is logged in at a merchant's pages, and for which customers that person acts.</summary>
/// <param name="SessionId">The browser's session.</param>
/// <param name="Name">The e-mail, or the merchant's own name for a person whom its system has sent.</param>
/// <param name="Email">Where the person is reached, when it is known.</param>
/// <param name="Seats">For whom the person acts, longest first.</param>
public sealed record Visitor(Id<Session> SessionId, string Name, string? Email, IReadOnlyList<Seat> Seats)
{
    public IReadOnlyList<Id<Customer>> Customers => [.. Seats.Select(seat => seat.CustomerId)];

    public bool ActsFor(Id<Customer> customer) => Seats.Any(seat => seat.CustomerId == customer);

    /// <summary>The seat for the customer that was chosen, or the first one; null when the person acts for nobody.</summary>
    public Seat? SeatFor(string? customerId) => Seats.FirstOrDefault(seat => seat.CustomerId.Value == customerId) ?? Seats.FirstOrDefault();
}

/// <summary>That somebody acts for a customer, and as what.</summary>
/// <param name="CustomerId">For whom.</param>
/// <param name="Name">The customer's name, or what else it is known by.</param>
/// <param name="Role">As what.</param>
public sealed record Seat(Id<Customer> CustomerId, string Name, CustomerRole Role)
{
    public static Seat Of(Customer customer, CustomerRole role) => new(customer.Id, customer.Name ?? customer.Email ?? customer.Id.Value, role);
}
