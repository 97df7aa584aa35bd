using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Usage;
using BillingHeadless.Plugins;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;

namespace BillingHeadless.Server.Catalog;

/// <summary>What a meter costs in a plan that is paid after use.</summary>
public sealed record UsagePriceBody
{
    /// <summary>Its name: small letters, digits and hyphens; "base" is the plan's own price.</summary>
    [Line(UsagePrice.MaximumNameLength)]
    public required string Meter { get; init; }

    /// <summary>addOn: a monthly price for every day on which it is switched on; daily: a monthly price for each unit held on a day; counted: a price for each unit consumed.</summary>
    public required MeterKind Kind { get; init; }

    /// <summary>Tax included, in the plan's currency: of perUnits units, for a month or each.</summary>
    public required MoneyBody Price { get; init; }

    /// <summary>Units that cost nothing: on every day, or of a counted meter in the month.</summary>
    public long Included { get; init; }

    /// <summary>How many units the price is for.</summary>
    public int PerUnits { get; init; } = 1;

    public static UsagePriceBody Of(UsagePrice price, Currency currency) => new()
    {
        Meter = price.Meter,
        Kind = price.Kind,
        Price = MoneyBody.Of(price.PriceMinor, currency),
        Included = price.Included,
        PerUnits = price.PerUnits,
    };

    /// <summary>A plan and its meters are priced in one currency.</summary>
    public static Refusal? RefuseCurrency(IReadOnlyList<UsagePriceBody> prices, Currency currency)
    {
        var place = prices.TakeWhile(price => price.Price.Currency == currency.Code).Count();
        return place == prices.Count ? null : CatalogRefusals.PlanInvalid.At($"usagePrices[{place}].price.currency", $"Must be the plan's own, {currency}.");
    }

    public UsagePrice ToPrice() => new(Meter, Kind, Price.Amount, Included, PerUnits);
}
