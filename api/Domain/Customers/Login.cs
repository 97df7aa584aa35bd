using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;

namespace BillingHeadless.Domain.Customers;

/// <summary>A person who can log in at a merchant's pages, known by the e-mail.</summary>
public sealed class Login : IEntity, IOwned, IVersioned
{
    private Login()
    {
    }

    public static string IdPrefix => "lgn";

    public Id<Login> Id { get; private set; }

    public Id<Merchant> MerchantId { get; private set; }

    /// <summary>Normalised; unique within the merchant.</summary>
    public string Email { get; private set; } = "";

    /// <summary>A slow salted hash; null until a password was set.</summary>
    public string? PasswordHash { get; private set; }

    public string Locale { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public long Version { get; private set; }

    public static Login Register(Id<Login> id, Id<Merchant> merchant, string email, string locale, DateTimeOffset now) => new()
    {
        Id = id,
        MerchantId = merchant,
        Email = email,
        Locale = locale,
        CreatedAt = now,
    };

    public void SetPassword(string hash) => PasswordHash = hash;
}

/// <summary>That a login acts for a customer, and as what. A person may act for many, a customer may have many people.</summary>
public sealed class Membership : IOwned
{
    private Membership()
    {
    }

    public Id<Merchant> MerchantId { get; private set; }

    public Id<Login> LoginId { get; private set; }

    public Id<Customer> CustomerId { get; private set; }

    public CustomerRole Role { get; private set; }

    public static Membership Join(Login login, Id<Customer> customer, CustomerRole role) => new()
    {
        MerchantId = login.MerchantId,
        LoginId = login.Id,
        CustomerId = customer,
        Role = role,
    };

    public void ActAs(CustomerRole role) => Role = role;
}

public enum CustomerRole
{
    Administrator,
    Employee,
}
