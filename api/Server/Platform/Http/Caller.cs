using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;

namespace BillingHeadless.Server.Platform.Http;

/// <summary>Who calls: what kind of key, for which merchant, and for a customer token which customer.</summary>
public sealed record Caller
{
    /// <summary>Stands in the merchant's place in rows of the operator, who belongs to none.</summary>
    public static readonly Id<Merchant> Operator = new("operator");

    public required CallerKind Kind { get; init; }

    /// <summary>Not set for calls that need no key.</summary>
    public Id<Merchant> MerchantId { get; init; }

    /// <summary>The key's or the session's id: idempotency keys are apart by it.</summary>
    public string CredentialId { get; init; } = "";

    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The web origins that may use a publishable key.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>The customer of a customer token.</summary>
    public Id<Customer>? CustomerId { get; init; }

    public CustomerRole Role { get; init; }

    /// <summary>Whether it may see or act for a customer: a key for all, a token for its own.</summary>
    public bool MayActFor(Id<Customer> customer) => CustomerId is null || CustomerId == customer;

    /// <summary>A secret key counts as administrator.</summary>
    public bool IsAdministrator => Kind == CallerKind.SecretKey || (Kind == CallerKind.Customer && Role == CustomerRole.Administrator);
}

public enum CallerKind
{
    Anyone,
    Platform,
    SecretKey,
    PublishableKey,
    Customer,

    /// <summary>Our own hosted page, for the person in front of it.</summary>
    Page,
}
