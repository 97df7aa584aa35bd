using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;

namespace BillingHeadless.Domain.Customers;

/// <summary>That somebody is logged in, or may do one thing by a link. Only the token's hash is kept.</summary>
public sealed class Session : IEntity, IOwned
{
    private Session()
    {
    }

    public static string IdPrefix => "ses";

    public Id<Session> Id { get; private set; }

    public Id<Merchant> MerchantId { get; private set; }

    public SessionKind Kind { get; private set; }

    public string TokenHash { get; private set; } = "";

    public Id<Login>? LoginId { get; private set; }

    public Id<Customer>? CustomerId { get; private set; }

    public CustomerRole Role { get; private set; }

    /// <summary>The merchant's name of the user, when its own system opened the session.</summary>
    public string? User { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Set when a link that works once was used, or when somebody logged out.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public static Session Open(
        Id<Session> id, Id<Merchant> merchant, SessionKind kind, string tokenHash, SessionSubject subject, DateTimeOffset expiresAt) => new()
        {
            Id = id,
            MerchantId = merchant,
            Kind = kind,
            TokenHash = tokenHash,
            LoginId = subject.LoginId,
            CustomerId = subject.CustomerId,
            Role = subject.Role,
            User = subject.User,
            ExpiresAt = expiresAt,
        };

    public bool IsOpenAt(DateTimeOffset now) => EndedAt is null && now < ExpiresAt;

    public void End(DateTimeOffset now) => EndedAt ??= now;
}

/// <summary>Whom a session is for.</summary>
public sealed record SessionSubject(Id<Login>? LoginId, Id<Customer>? CustomerId, CustomerRole Role, string? User);

public enum SessionKind
{
    /// <summary>A customer token: one customer, one role, by the API.</summary>
    Customer,

    /// <summary>A person's browser on the merchant's pages.</summary>
    Browser,

    /// <summary>A link that logs in, once.</summary>
    LoginLink,

    /// <summary>A link that sets a password, once.</summary>
    PasswordLink,
}
