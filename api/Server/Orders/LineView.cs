using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Plugins;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Orders;

/// <summary>A line of a quote, an order or an invoice. Net + tax = gross; gross is what is paid.</summary>
public sealed record LineView
{
    /// <summary>Of a line of an invoice; documents name it by this.</summary>
    public string? Id { get; init; }

    /// <summary>Absent when nothing is sold, as on a top-up.</summary>
    public string? ProductId { get; init; }

    public string? PlanId { get; init; }

    /// <summary>The service that it extends.</summary>
    public string? SubscriptionId { get; init; }

    public required string ProductName { get; init; }

    public required string PlanName { get; init; }

    /// <summary>0 when it is sold once.</summary>
    public required int Months { get; init; }

    public required int Quantity { get; init; }

    /// <summary>The price of one interval of one piece.</summary>
    public required MoneyBody UnitPrice { get; init; }

    public required int DiscountBasisPoints { get; init; }

    public required MoneyBody Discount { get; init; }

    public required MoneyBody Net { get; init; }

    public required MoneyBody Tax { get; init; }

    public required MoneyBody Gross { get; init; }

    /// <summary>UNCL5305: S, Z, E, O …</summary>
    public required string TaxCategory { get; init; }

    public required int TaxRateBasisPoints { get; init; }

    public static LineView Of(QuoteLine line, Currency currency) => new()
    {
        ProductId = line.ProductId?.Value,
        PlanId = line.PlanId?.Value,
        SubscriptionId = line.SubscriptionId?.Value,
        ProductName = line.ProductName,
        PlanName = line.PlanName,
        Months = line.Months,
        Quantity = line.Quantity,
        UnitPrice = MoneyBody.Of(line.UnitPriceMinor, currency),
        DiscountBasisPoints = line.DiscountBasisPoints,
        Discount = MoneyBody.Of(line.DiscountMinor, currency),
        Net = MoneyBody.Of(line.NetMinor, currency),
        Tax = MoneyBody.Of(line.TaxMinor, currency),
        Gross = MoneyBody.Of(line.GrossMinor, currency),
        TaxCategory = line.TaxCategory,
        TaxRateBasisPoints = line.TaxRateBasisPoints,
    };

    public static LineView Of(InvoiceLine line, Currency currency) => new()
    {
        Id = line.Id.Value,
        ProductId = line.ProductId?.Value,
        PlanId = line.PlanId?.Value,
        SubscriptionId = line.SubscriptionId?.Value,
        ProductName = line.ProductName,
        PlanName = line.PlanName,
        Months = line.Months,
        Quantity = line.Quantity,
        UnitPrice = MoneyBody.Of(line.UnitPriceMinor, currency),
        DiscountBasisPoints = line.DiscountBasisPoints,
        Discount = MoneyBody.Of(line.DiscountMinor, currency),
        Net = MoneyBody.Of(line.NetMinor, currency),
        Tax = MoneyBody.Of(line.TaxMinor, currency),
        Gross = MoneyBody.Of(line.GrossMinor, currency),
        TaxCategory = line.TaxCategory,
        TaxRateBasisPoints = line.TaxRateBasisPoints,
    };
}
