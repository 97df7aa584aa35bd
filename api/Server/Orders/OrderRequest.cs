using System.ComponentModel.DataAnnotations;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Server.Platform.Http.Shapes;

namespace BillingHeadless.Server.Orders;

/// <summary>What an order or a quote is asked with.</summary>
public sealed record OrderRequest
{
    [MinLength(1), Count(OrderPricing.MaximumItems)]
    public required IReadOnlyList<OrderItemRequest> Items { get; init; }

    /// <summary>How to reach the buyer. A quote needs none.</summary>
    public ContactRequest? Contact { get; init; }

    /// <summary>The merchant's own fields by name, the portal address among them: <c>{"portal": "firm.bitrix24.ua"}</c>.</summary>
    [Count(Limits.MapEntries)]
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>The agreements that the buyer has accepted, each by the id of the version that was read.</summary>
    [Count(Limits.ListItems)]
    public IReadOnlyList<ConsentRequest> Consents { get; init; } = [];

    /// <summary>The buyer's language: uk, en, ru or kk; the merchant's when it is not given.</summary>
    [StringLength(20)]
    public string? Locale { get; init; }

    /// <summary>With a secret key: for which customer.</summary>
    [StringLength(40)]
    public string? CustomerId { get; init; }

    /// <summary>In a quote: the gateway whose surcharge is to be shown.</summary>
    [StringLength(Limits.NameLength)]
    public string? Gateway { get; init; }
}

public sealed record OrderItemRequest
{
    [StringLength(40)]
    public required string PlanId { get; init; }

    /// <summary>A term that the plan offers; left out when it is sold once.</summary>
    [Range(0, Limits.TermMonths)]
    public int? Months { get; init; }

    public int Quantity { get; init; } = 1;

    /// <summary>The licence that is meant to be extended; it only confirms what product and portal say.</summary>
    [StringLength(40)]
    public string? Extends { get; init; }
}

public sealed record ContactRequest
{
    [StringLength(Limits.ShortTextLength)]
    public required string Email { get; init; }

    [StringLength(Limits.NameLength)]
    public string? Name { get; init; }

    [StringLength(Limits.NameLength)]
    public string? Phone { get; init; }

    [StringLength(Limits.NameLength)]
    public string? Company { get; init; }
}

public sealed record ConsentRequest
{
    [StringLength(40)]
    public required string AgreementId { get; init; }

    /// <summary>With a secret key: the buyer's address, when it is not the caller's.</summary>
    [StringLength(45)]
    public string? Ip { get; init; }

    /// <summary>With a secret key: when the buyer accepted.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }
}
