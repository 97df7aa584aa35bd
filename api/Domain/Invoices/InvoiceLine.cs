using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Domain.Subscriptions;

namespace BillingHeadless.Domain.Invoices;

/// <summary>A line as it was when the invoice was made: later changes of the plan do not reach it.</summary>
public sealed class InvoiceLine : IEntity, IOwned
{
    private InvoiceLine()
    {
    }

    public static string IdPrefix => "inl";

    public Id<InvoiceLine> Id { get; private set; }

    public Id<Merchant> MerchantId { get; private set; }

    public Id<Invoice> InvoiceId { get; private set; }

    public int Ordinal { get; private set; }

    /// <summary>What is sold; money for a balance is nothing that is sold.</summary>
    public Id<Product>? ProductId { get; private set; }

    public Id<Plan>? PlanId { get; private set; }

    /// <summary>The service that it is for.</summary>
    public Id<Subscription>? SubscriptionId { get; private set; }

    public string ProductName { get; private set; } = "";

    public string PlanName { get; private set; } = "";

    /// <summary>0 when it is sold once.</summary>
    public int Months { get; private set; }

    public int Quantity { get; private set; }

    public long UnitPriceMinor { get; private set; }

    public int DiscountBasisPoints { get; private set; }

    public long DiscountMinor { get; private set; }

    public long NetMinor { get; private set; }

    public long TaxMinor { get; private set; }

    public long GrossMinor { get; private set; }

    public string TaxCategory { get; private set; } = "";

    public int TaxRateBasisPoints { get; private set; }

    public static InvoiceLine Freeze(Id<InvoiceLine> id, Invoice invoice, int ordinal, QuoteLine line) => new()
    {
        Id = id,
        MerchantId = invoice.MerchantId,
        InvoiceId = invoice.Id,
        Ordinal = ordinal,
        ProductId = line.ProductId,
        PlanId = line.PlanId,
        SubscriptionId = line.SubscriptionId,
        ProductName = line.ProductName,
        PlanName = line.PlanName,
        Months = line.Months,
        Quantity = line.Quantity,
        UnitPriceMinor = line.UnitPriceMinor,
        DiscountBasisPoints = line.DiscountBasisPoints,
        DiscountMinor = line.DiscountMinor,
        NetMinor = line.NetMinor,
        TaxMinor = line.TaxMinor,
        GrossMinor = line.GrossMinor,
        TaxCategory = line.TaxCategory,
        TaxRateBasisPoints = line.TaxRateBasisPoints,
    };
}
