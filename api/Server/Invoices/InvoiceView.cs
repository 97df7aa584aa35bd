using System.Text.Json.Serialization;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Orders;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Invoices;

/// <summary>What is to be paid, and how.</summary>
public sealed record InvoiceView : IVersionedView
{
    public required string Id { get; init; }

    /// <summary>Year and number, without gaps within the merchant and the year.</summary>
    public required string Number { get; init; }

    public required InvoiceStatus Status { get; init; }

    /// <summary>What becomes of its money when it is paid.</summary>
    public required InvoicePurpose Purpose { get; init; }

    public string? OrderId { get; init; }

    public required string CustomerId { get; init; }

    public required MoneyBody Total { get; init; }

    public required MoneyBody Paid { get; init; }

    public required MoneyBody Due { get; init; }

    /// <summary>The instant at which it expires: midnight after the last day on which it can be paid.</summary>
    public required DateTimeOffset DueAt { get; init; }

    public required string PayUrl { get; init; }

    /// <summary>Ways to pay it now; none when it is not open.</summary>
    public required IReadOnlyList<WayToPayView> WaysToPay { get; init; }

    public required IReadOnlyList<LineView> Lines { get; init; }

    /// <summary>Of a paid top-up: open invoices that the balance now covers, the earliest due first.</summary>
    public required IReadOnlyList<PayableInvoiceView> PayableInvoices { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    [JsonIgnore]
    public long Version { get; init; }

    public static InvoiceView Of(Invoice invoice, IReadOnlyList<WayToPayView> ways, Links links) => new()
    {
        Id = invoice.Id.Value,
        Number = invoice.NumberText,
        Status = invoice.Status,
        Purpose = invoice.Purpose,
        OrderId = invoice.OrderId?.Value,
        CustomerId = invoice.CustomerId.Value,
        Total = MoneyBody.Of(invoice.Total),
        Paid = MoneyBody.Of(invoice.PaidMinor, invoice.Currency),
        Due = MoneyBody.Of(invoice.Due),
        DueAt = invoice.DueAt,
        PayUrl = links.Pay(invoice.Id),
        WaysToPay = invoice.Status == InvoiceStatus.Open ? ways : [],
        Lines = [.. invoice.Lines.OrderBy(line => line.Ordinal).Select(line => LineView.Of(line, invoice.Currency))],
        PayableInvoices = [],
        CreatedAt = invoice.CreatedAt,
        SettledAt = invoice.SettledAt,
        Version = invoice.Version,
    };
}

/// <summary>An invoice that can be paid from the balance now.</summary>
public sealed record PayableInvoiceView(string Id, string Number, MoneyBody Due, string PayUrl)
{
    public static PayableInvoiceView Of(Invoice invoice, Links links) => new(invoice.Id.Value, invoice.NumberText, MoneyBody.Of(invoice.Due), links.Pay(invoice.Id));
}

/// <summary>One way to pay an invoice.</summary>
public sealed record WayToPayView
{
    /// <summary>As <c>payInvoice</c> takes it; from the balance or bonus when it suffices.</summary>
    public required PaymentMethod Method { get; init; }

    public string? Gateway { get; init; }

    /// <summary>What the gateway puts on top of what is due.</summary>
    public required MoneyBody Surcharge { get; init; }

    /// <summary>Its name by language.</summary>
    public required IReadOnlyDictionary<string, string> Titles { get; init; }

    /// <summary>Wallets that the gateway's page offers.</summary>
    public required IReadOnlyList<string> Wallets { get; init; }

    /// <summary>Whether the buyer may let the gateway keep the card (saveCard).</summary>
    public bool SavesCards { get; init; }
}
