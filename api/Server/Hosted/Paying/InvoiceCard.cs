using BillingHeadless.Domain.Invoices;

namespace BillingHeadless.Server.Hosted.Paying;

/// <summary>What an invoice is for, line by line, as its page shows it.</summary>
public sealed record InvoiceCard
{
    public required string Number { get; init; }

    public required string Status { get; init; }

    /// <summary>Whether it pays for an order, of which it is the last step.</summary>
    public required bool Ordered { get; init; }

    public required IReadOnlyList<LineCard> Lines { get; init; }

    public required string Total { get; init; }

    /// <summary>The tax that the total contains; null without any.</summary>
    public string? Tax { get; init; }

    /// <summary>What has been paid of it; null while that is nothing.</summary>
    public string? Paid { get; init; }

    public required string Due { get; init; }

    /// <summary>The last day on which it can be paid.</summary>
    public required string PayableThrough { get; init; }

    public static InvoiceCard Of(Visit visit, Invoice invoice)
    {
        var tax = invoice.Lines.Sum(line => line.TaxMinor);
        return new InvoiceCard
        {
            Number = invoice.NumberText,
            Status = Payments.OutcomeNames.Of(invoice.Status),
            Ordered = invoice.OrderId is not null,
            Lines = [.. invoice.Lines.OrderBy(line => line.Ordinal).Select(line => LineCard.Of(visit, invoice, line))],
            Total = visit.Wording.Money(invoice.Total),
            Tax = tax > 0 ? visit.Wording.Money(tax, invoice.Currency) : null,
            Paid = invoice.PaidMinor > 0 && invoice.Status == InvoiceStatus.Open ? visit.Wording.Money(invoice.PaidMinor, invoice.Currency) : null,
            Due = visit.Wording.Money(invoice.Due),
            PayableThrough = visit.Wording.LastDay(invoice.DueAt),
        };
    }
}

/// <summary>One line of it.</summary>
public sealed record LineCard(string Product, string Plan, string? Term, int Quantity, string Amount, string? Before, string? Discount)
{
    public static LineCard Of(Visit visit, Invoice invoice, InvoiceLine line) => new(
        line.ProductName,
        line.PlanName,
        line.Months > 0 ? visit.Wording.Term(line.Months) : null,
        line.Quantity,
        visit.Wording.Money(line.GrossMinor, invoice.Currency),
        line.DiscountMinor > 0 ? visit.Wording.Money(line.GrossMinor + line.DiscountMinor, invoice.Currency) : null,
        line.DiscountMinor > 0 ? visit.Wording.Percent(line.DiscountBasisPoints) : null);
}
