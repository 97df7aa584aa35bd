using System.Text.Json.Serialization;
using BillingHeadless.Domain.Catalog;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Catalog;

/// <summary>An edition of a product with its price and the terms that it is sold for.</summary>
public sealed record PlanView : IVersionedView
{
    public required string Id { get; init; }

    public required string ProductId { get; init; }

    /// <summary>The name where none is given in the buyer's language.</summary>
    public required string Name { get; init; }

    /// <summary>The name by language.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>For one interval, tax included.</summary>
    public required MoneyBody Price { get; init; }

    /// <summary>What the price is for.</summary>
    public required PlanInterval Interval { get; init; }

    /// <summary>Whether it is paid before or after it is used.</summary>
    public required PlanBilling Billing { get; init; }

    /// <summary>The only terms that it is sold for; empty when it is sold once.</summary>
    public required IReadOnlyList<PlanTermBody> Terms { get; init; }

    /// <summary>2000 is 20 %; counts when the merchant is registered for the tax.</summary>
    public required int TaxRateBasisPoints { get; init; }

    /// <summary>How many users it is for; null: any number.</summary>
    public required int? UserLimit { get; init; }

    /// <summary>What its meters cost, when it is paid after use.</summary>
    public required IReadOnlyList<UsagePriceBody> UsagePrices { get; init; }

    /// <summary>Whether it can be bought on the hosted pages and with a publishable key.</summary>
    public required bool Online { get; init; }

    /// <summary>Whether new orders can name it.</summary>
    public required bool OnSale { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    [JsonIgnore]
    public long Version { get; init; }

    public static PlanView Of(Plan plan) => new()
    {
        Id = plan.Id.Value,
        ProductId = plan.ProductId.Value,
        Name = plan.Name,
        Names = plan.Names,
        Price = MoneyBody.Of(plan.Price),
        Interval = plan.Interval,
        Billing = plan.Billing,
        Terms = [.. plan.Terms.Select(PlanTermBody.Of)],
        TaxRateBasisPoints = plan.TaxRateBasisPoints,
        UserLimit = plan.UserLimit,
        UsagePrices = [.. plan.UsagePrices.Select(price => UsagePriceBody.Of(price, plan.Currency))],
        Online = plan.Online,
        OnSale = plan.OnSale,
        CreatedAt = plan.CreatedAt,
        Version = plan.Version,
    };
}
