using BillingHeadless.Domain.Customers;
using BillingHeadless.Server.Platform.Http.Shapes;

namespace BillingHeadless.Server.Customers;

/// <summary>The person that a customer belongs to.</summary>
public sealed record OwnerBody
{
    [Line(Limits.NameLength)]
    public string? Name { get; init; }

    [Line(Limits.EmailLength)]
    public required string Email { get; init; }

    public static OwnerBody Of(CustomerOwner owner) => new() { Name = owner.Name, Email = owner.Email };

    public CustomerOwner ToOwner() => new(Name, Email);
}

/// <summary>A person who may act for a customer.</summary>
public sealed record MemberBody
{
    /// <summary>The person's login.</summary>
    [Line(Limits.EmailLength)]
    public required string Email { get; init; }

    /// <summary>Administrators can do everything for the customer; employees read and pay.</summary>
    public required CustomerRole Role { get; init; }
}
