using System.Text.Json.Serialization;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Server.Merchants;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Customers;

/// <summary>Who buys: a company, a workspace, a visitor.</summary>
public sealed record CustomerView : IVersionedView
{
    public required string Id { get; init; }

    /// <summary>The merchant's own name for it.</summary>
    public required string? ExternalId { get; init; }

    public required string? Email { get; init; }

    public required string? Name { get; init; }

    public required string? Phone { get; init; }

    /// <summary>The person that it belongs to.</summary>
    public required OwnerBody? Owner { get; init; }

    /// <summary>What documents name it by.</summary>
    public required RequisitesBody? Requisites { get; init; }

    /// <summary>In which language it is written to: uk, en, ru or kk.</summary>
    public required string Locale { get; init; }

    /// <summary>Who may act for it.</summary>
    public required IReadOnlyList<MemberBody> Members { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    [JsonIgnore]
    public long Version { get; init; }

    public static CustomerView Of(Customer customer, IReadOnlyList<MemberBody> members) => new()
    {
        Id = customer.Id.Value,
        ExternalId = customer.ExternalId,
        Email = customer.Email,
        Name = customer.Name,
        Phone = customer.Phone,
        Owner = customer.Owner is { } owner ? OwnerBody.Of(owner) : null,
        Requisites = customer.Requisites is { } requisites ? RequisitesBody.Of(requisites) : null,
        Locale = customer.Locale,
        Members = members,
        CreatedAt = customer.CreatedAt,
        Version = customer.Version,
    };
}
