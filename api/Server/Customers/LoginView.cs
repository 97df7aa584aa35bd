using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Customers;

/// <summary>A person has logged in: for whom they can act, and a token for one of those customers.</summary>
public sealed record LoginView
{
    /// <summary>To call the API with, as a bearer: the customer and the role below.</summary>
    public required string Token { get; init; }

    /// <summary>When the token ends.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Whom the token acts for.</summary>
    public required string CustomerId { get; init; }

    /// <summary>As what it acts.</summary>
    public required CustomerRole Role { get; init; }

    /// <summary>All whom the person can act for, the oldest first. Log in with a customerId for a token for another one.</summary>
    public required IReadOnlyList<LoginCustomerView> Customers { get; init; }

    /// <summary>Opens a token for one of the customers of a person who has shown who they are.</summary>
    public static Func<LoginView> Open(
        BillingDb db, CustomerTokens tokens, Login login, IReadOnlyList<LoginCustomerView> customers, LoginCustomerView chosen)
    {
        var subject = new SessionSubject(login.Id, new Id<Customer>(chosen.CustomerId), chosen.Role, User: null);
        var token = tokens.Open(db, login.MerchantId, subject);
        return () => new LoginView { Token = token.Text, ExpiresAt = token.ExpiresAt, CustomerId = chosen.CustomerId, Role = chosen.Role, Customers = customers };
    }
}

/// <summary>A customer for whom the person who has logged in can act.</summary>
public sealed record LoginCustomerView
{
    public required string CustomerId { get; init; }

    public required string? Name { get; init; }

    /// <summary>As what the person acts for it.</summary>
    public required CustomerRole Role { get; init; }

    public static async Task<IReadOnlyList<LoginCustomerView>> Of(BillingDb db, Id<Login> login, CancellationToken cancel)
    {
        var memberships = await db.Memberships
            .Where(membership => membership.LoginId == login)
            .Join(db.Customers, membership => membership.CustomerId, customer => customer.Id, (membership, customer) => new { membership.Role, customer.Id, customer.Name })
            .OrderBy(membership => membership.Id)
            .Take(Limits.MembershipsShown)
            .ToListAsync(cancel);
        return [.. memberships.Select(membership => new LoginCustomerView { CustomerId = membership.Id.Value, Name = membership.Name, Role = membership.Role })];
    }
}
