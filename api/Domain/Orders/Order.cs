using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;

namespace BillingHeadless.Domain.Orders;

/// <summary>
/// What a buyer has agreed to buy. Its prices stand in its invoice, which has frozen them; the order knows who, for which
/// portal, and what has come of it.
/// </summary>
public sealed class Order : IEntity, IOwned, IVersioned
{
    private static readonly Transitions<OrderStatus> Moves = new(
        (OrderStatus.Pending, OrderStatus.Paid),
        (OrderStatus.Pending, OrderStatus.Cancelled),
        (OrderStatus.Paid, OrderStatus.Refunded));

    private Order()
    {
    }

    public static string IdPrefix => "ord";

    public Id<Order> Id { get; private set; }

    public Id<Merchant> MerchantId { get; private set; }

    /// <summary>Gap-free within the merchant.</summary>
    public long Number { get; private set; }

    public Id<Customer> CustomerId { get; private set; }

    public Id<Invoice> InvoiceId { get; private set; }

    public OrderStatus Status { get; private set; }

    /// <summary>The e-mail of the contact, normalised: who has ordered before is known by it.</summary>
    public string Email { get; private set; } = "";

    public Contact Contact { get; private set; } = new();

    /// <summary>The merchant's own fields, as the buyer filled them in.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; private set; } = new Dictionary<string, string>();

    /// <summary>The normalised portal address, when a licence is bought; until it is paid it follows the portal's renames.</summary>
    public string? Portal { get; private set; }

    /// <summary>The buyer's language.</summary>
    public string Locale { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? PaidAt { get; private set; }

    public long Version { get; private set; }

    public static Order Place(Id<Order> id, Id<Merchant> merchant, Id<Customer> customer, Id<Invoice> invoice, OrderForm form, DateTimeOffset now) => new()
    {
        Id = id,
        MerchantId = merchant,
        CustomerId = customer,
        InvoiceId = invoice,
        Email = form.Contact.Email,
        Contact = form.Contact,
        Fields = form.Fields,
        Portal = form.Portal,
        Locale = form.Locale,
        CreatedAt = now,
    };

    public void TakeNumber(long number) => Number = number;

    public bool CanBecome(OrderStatus status) => Moves.Allow(Status, status);

    public void Pay(DateTimeOffset now)
    {
        Status = Moves.Move(Status, OrderStatus.Paid);
        PaidAt = now;
    }

    public void Cancel() => Status = Moves.Move(Status, OrderStatus.Cancelled);

    public void Refund() => Status = Moves.Move(Status, OrderStatus.Refunded);
}

public enum OrderStatus
{
    Pending,
    Paid,
    Cancelled,
    Refunded,
}

/// <summary>How to reach a buyer.</summary>
public sealed record Contact
{
    /// <summary>Normalised.</summary>
    public string Email { get; init; } = "";

    public string? Name { get; init; }

    public string? Phone { get; init; }

    public string? Company { get; init; }
}

/// <summary>What an order is placed with, checked and normalised.</summary>
public sealed record OrderForm
{
    public required Contact Contact { get; init; }

    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    public string? Portal { get; init; }

    public required string Locale { get; init; }
}
