using System.Text.Json.Serialization;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Orders;

/// <summary>What a buyer has ordered and what has come of it.</summary>
public sealed record OrderView : IVersionedView
{
    public required string Id { get; init; }

    /// <summary>Without gaps within the merchant.</summary>
    public required string Number { get; init; }

    public required OrderStatus Status { get; init; }

    public required MoneyBody Total { get; init; }

    public required string InvoiceId { get; init; }

    /// <summary>The payment page; whoever has the address may pay.</summary>
    public required string PayUrl { get; init; }

    public required string CustomerId { get; init; }

    public required Contact Contact { get; init; }

    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    /// <summary>The normalised portal address that a licence is bound to.</summary>
    public string? Portal { get; init; }

    public required IReadOnlyList<LineView> Lines { get; init; }

    public required string Locale { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? PaidAt { get; init; }

    [JsonIgnore]
    public long Version { get; init; }

    public static OrderView Of(Order order, Invoice invoice, Links links) => new()
    {
        Id = order.Id.Value,
        Number = $"{order.Number}",
        Status = order.Status,
        Total = MoneyBody.Of(invoice.Total),
        InvoiceId = invoice.Id.Value,
        PayUrl = links.Pay(invoice.Id),
        CustomerId = order.CustomerId.Value,
        Contact = order.Contact,
        Fields = order.Fields,
        Portal = order.Portal,
        Lines = [.. invoice.Lines.OrderBy(line => line.Ordinal).Select(line => LineView.Of(line, invoice.Currency))],
        Locale = order.Locale,
        CreatedAt = order.CreatedAt,
        PaidAt = order.PaidAt,
        Version = order.Version,
    };
}
