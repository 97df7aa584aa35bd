using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;

namespace BillingHeadless.Domain.Customers;

/// <summary>Who buys: a company, a workspace, a visitor. People reach it by their memberships.</summary>
public sealed class Customer : IEntity, IOwned, IVersioned
{
    private Customer()
    {
    }

    public static string IdPrefix => "cus";

    public Id<Customer> Id { get; private set; }

    public Id<Merchant> MerchantId { get; private set; }

    /// <summary>Normalised.</summary>
    public string? Email { get; private set; }

    public string? Name { get; private set; }

    public string? Phone { get; private set; }

    /// <summary>The merchant's own name for it; unique when given.</summary>
    public string? ExternalId { get; private set; }

    public CustomerOwner? Owner { get; private set; }

    public Requisites? Requisites { get; private set; }

    public string Locale { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public long Version { get; private set; }

    public static Customer Create(Id<Customer> id, Id<Merchant> merchant, CustomerDetails details, DateTimeOffset now)
    {
        var customer = new Customer { Id = id, MerchantId = merchant, CreatedAt = now };
        customer.Change(details);
        return customer;
    }

    public CustomerDetails Details() => new()
    {
        Email = Email,
        Name = Name,
        Phone = Phone,
        ExternalId = ExternalId,
        Owner = Owner,
        Requisites = Requisites,
        Locale = Locale,
    };

    public void Change(CustomerDetails details)
    {
        Email = details.Email;
        Name = details.Name;
        Phone = details.Phone;
        ExternalId = details.ExternalId;
        Owner = details.Owner;
        Requisites = details.Requisites;
        Locale = details.Locale;
    }
}

/// <summary>What is known of a customer.</summary>
public sealed record CustomerDetails
{
    public string? Email { get; init; }

    public string? Name { get; init; }

    public string? Phone { get; init; }

    public string? ExternalId { get; init; }

    public CustomerOwner? Owner { get; init; }

    public Requisites? Requisites { get; init; }

    public required string Locale { get; init; }
}

/// <summary>The person that a customer belongs to.</summary>
public sealed record CustomerOwner(string? Name, string Email);
