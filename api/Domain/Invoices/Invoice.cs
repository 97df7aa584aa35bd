using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Plugins;

namespace BillingHeadless.Domain.Invoices;

/// <summary>What is to be paid: its lines are frozen when it is made, and it is settled once (ruling 3).</summary>
public sealed class Invoice : IEntity, IOwned, IVersioned
{
    private static readonly Transitions<InvoiceStatus> Moves = new(
        (InvoiceStatus.Open, InvoiceStatus.Paid),
        (InvoiceStatus.Open, InvoiceStatus.Cancelled),
        (InvoiceStatus.Open, InvoiceStatus.Expired),
        (InvoiceStatus.Paid, InvoiceStatus.Refunded));

    private readonly List<InvoiceLine> lines = [];

    private Invoice()
    {
    }

    public static string IdPrefix => "inv";

    public Id<Invoice> Id { get; private set; }

    public Id<Merchant> MerchantId { get; private set; }

    /// <summary>The year of the series that the number belongs to.</summary>
    public int NumberYear { get; private set; }

    /// <summary>Gap-free within the merchant and the year.</summary>
    public long Number { get; private set; }

    public Id<Order>? OrderId { get; private set; }

    public Id<Customer> CustomerId { get; private set; }

    public InvoiceStatus Status { get; private set; }

    public Currency Currency { get; private set; }

    public long TotalMinor { get; private set; }

    /// <summary>What payments have brought and this invoice has kept.</summary>
    public long PaidMinor { get; private set; }

    /// <summary>What has gone back to payers, surcharges apart.</summary>
    public long RefundedMinor { get; private set; }

    /// <summary>Language of its names.</summary>
    public string Locale { get; private set; } = "";

    /// <summary>The local date of issue.</summary>
    public DateOnly IssuedOn { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The midnight at which it expires.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>When it was cancelled or expired.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    public long Version { get; private set; }

    public IReadOnlyList<InvoiceLine> Lines => lines;

    public long DueMinor => Status == InvoiceStatus.Open ? TotalMinor - PaidMinor : 0;

    public Money Total => new(TotalMinor, Currency);

    public Money Due => new(DueMinor, Currency);

    /// <summary>As printed: <c>2026-000042</c>.</summary>
    public string NumberText => $"{NumberYear}-{Number:D6}";

    public static Invoice Issue(Id<Invoice> id, Order order, Quote quote, IdSource ids, Calendar calendar, int validityDays, DateTimeOffset now)
    {
        var today = calendar.DateOf(now);
        var invoice = new Invoice
        {
            Id = id,
            MerchantId = order.MerchantId,
            OrderId = order.Id,
            CustomerId = order.CustomerId,
            Currency = quote.Currency,
            TotalMinor = quote.TotalMinor,
            Locale = order.Locale,
            NumberYear = today.Year,
            IssuedOn = today,
            CreatedAt = now,
            DueAt = calendar.StartOf(today.AddDays(validityDays + 1)),
        };
        invoice.lines.AddRange(quote.Lines.Select((line, ordinal) => InvoiceLine.Freeze(ids.New<InvoiceLine>(), invoice, ordinal, line)));
        return invoice;
    }

    public void TakeNumber(long number) => Number = number;

    public bool CanBecome(InvoiceStatus status) => Moves.Allow(Status, status);

    /// <summary>Books money on an open invoice: never more than is due. True when it is settled by it.</summary>
    public bool Apply(long amount, DateTimeOffset now)
    {
        if (amount <= 0 || amount > DueMinor)
        {
            throw new ArgumentOutOfRangeException(nameof(amount), amount, $"The invoice {Id} has {DueMinor} due.");
        }

        PaidMinor += amount;
        if (DueMinor > 0)
        {
            return false;
        }

        Status = Moves.Move(Status, InvoiceStatus.Paid);
        SettledAt = now;
        return true;
    }

    public void Cancel(DateTimeOffset now) => Close(InvoiceStatus.Cancelled, now);

    public void Expire(DateTimeOffset now) => Close(InvoiceStatus.Expired, now);

    /// <summary>What a partial payment had brought leaves an invoice that will not be settled.</summary>
    public long GiveUpPaid()
    {
        var paid = PaidMinor;
        PaidMinor = 0;
        return paid;
    }

    /// <summary>Money of its payments went back. True when nothing is left of it.</summary>
    public bool Refund(long amount)
    {
        RefundedMinor += amount;
        if (Status != InvoiceStatus.Paid || RefundedMinor < TotalMinor)
        {
            return false;
        }

        Status = Moves.Move(Status, InvoiceStatus.Refunded);
        return true;
    }

    private void Close(InvoiceStatus status, DateTimeOffset now)
    {
        Status = Moves.Move(Status, status);
        ClosedAt = now;
    }
}

public enum InvoiceStatus
{
    Open,
    Paid,
    Cancelled,
    Expired,
    Refunded,
}
