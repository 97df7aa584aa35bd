using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.Usage;

/// <summary>What a meter costs in a postpaid plan.</summary>
/// <param name="Meter">Its name: small letters, digits and hyphens.</param>
/// <param name="Kind">How it counts.</param>
/// <param name="PriceMinor">Of <paramref name="PerUnits"/> units: for a month, or each.</param>
/// <param name="Included">Units that cost nothing: on every day, or in the month.</param>
/// <param name="PerUnits">How many units the price is for.</param>
public sealed record UsagePrice(string Meter, MeterKind Kind, long PriceMinor, long Included = 0, int PerUnits = 1)
{
    /// <summary>The plan's own price: counted on every day on which the service is on.</summary>
    public const string Base = "base";

    public const int MaximumMeters = 50;
    public const int MaximumNameLength = 64;
    public const int MaximumPerUnits = 1_000_000;
    public const long MaximumQuantity = 1_000_000_000_000;

    public static bool IsName(string meter) =>
        meter.Length is > 0 and <= MaximumNameLength
        && meter.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-')
        && meter != Base;

    public static void Check(FieldProblems problems, IReadOnlyList<UsagePrice> prices)
    {
        problems.AddUnless(prices.Count <= MaximumMeters, "usagePrices", $"Has {MaximumMeters} meters at most.");
        problems.AddUnless(prices.Select(price => price.Meter).Distinct().Count() == prices.Count, "usagePrices", "Each meter can stand once.");
        for (var i = 0; i < prices.Count; i++)
        {
            problems.AddUnless(IsName(prices[i].Meter), $"usagePrices[{i}].meter", $"Has small letters, digits and hyphens, and is not \"{Base}\".");
            problems.AddUnless(prices[i].PriceMinor is >= 0 and <= Catalog.PlanCheck.MaximumPrice, $"usagePrices[{i}].price", "Must be from 0 to the largest price.");
            problems.AddUnless(prices[i].Included is >= 0 and <= MaximumQuantity, $"usagePrices[{i}].included", $"Must be from 0 to {MaximumQuantity}.");
            problems.AddUnless(prices[i].PerUnits is > 0 and <= MaximumPerUnits, $"usagePrices[{i}].perUnits", $"Must be from 1 to {MaximumPerUnits}.");
            problems.AddUnless(prices[i].Kind != MeterKind.AddOn || prices[i] is { Included: 0, PerUnits: 1 }, $"usagePrices[{i}]", "An add-on is on or off: it has no amounts.");
        }
    }
}

public enum MeterKind
{
    /// <summary>A monthly price for every day on which it is switched on.</summary>
    AddOn,

    /// <summary>A monthly price for each unit that is held on a day, such as a user or a channel.</summary>
    Daily,

    /// <summary>A price for each unit that is consumed, such as a message.</summary>
    Counted,
}
