using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Domain.Payments;
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

    public InvoicePurpose Purpose { get; private set; }

    public Currency Currency { get; private set; }

    public long TotalMinor { get; private set; }

    /// <summary>What payments have brought and this invoice has kept.</summary>
    public long PaidMinor { get; private set; }

    /// <summary>What has gone back to payers, surcharges apart.</summary>
    public long RefundedMinor { get; private set; }

    /// <summary>The bonus that was given for it, when it is a top-up.</summary>
    public long BonusMinor { get; private set; }

    /// <summary>What tariff changes gave back to the balance for unused days.</summary>
    public long CreditedMinor { get; private set; }

    /// <summary>The taxes in that.</summary>
    public IReadOnlyList<TaxPart> CreditedTaxes { get; private set; } = [];

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

    /// <summary>Whether its money becomes balance; what that buys is refunded, and has its act, for itself.</summary>
    public bool IsOfBalance => Purpose is InvoicePurpose.TopUp or InvoicePurpose.PlanChange;

    /// <summary>What can still go back of it: a credit has gone back already.</summary>
    public long RefundableMinor => TotalMinor - RefundedMinor - CreditedMinor;

    public long DueMinor => Status == InvoiceStatus.Open ? TotalMinor - PaidMinor : 0;

    public Money Total => new(TotalMinor, Currency);

    public Money Due => new(DueMinor, Currency);

    /// <summary>As printed: <c>2026-000042</c>.</summary>
    public string NumberText => $"{NumberYear}-{Number:D6}";

    public static Invoice Issue(Id<Invoice> id, Order order, Quote quote, IdSource ids, Calendar calendar, int validityDays, DateTimeOffset now) =>
        Issue(id, new InvoiceDraft(order.MerchantId, order.CustomerId, InvoicePurpose.Sale, order.Locale) { OrderId = order.Id }, quote, ids, calendar, validityDays, now);

    public static Invoice Issue(Id<Invoice> id, InvoiceDraft draft, Quote quote, IdSource ids, Calendar calendar, int validityDays, DateTimeOffset now)
    {
        var today = calendar.DateOf(now);
        var validUntil = calendar.StartOf(today.AddDays(validityDays + 1));
        var invoice = new Invoice
        {
            Id = id,
            MerchantId = draft.MerchantId,
            OrderId = draft.OrderId,
            CustomerId = draft.CustomerId,
            Purpose = draft.Purpose,
            Currency = quote.Currency,
            TotalMinor = quote.TotalMinor,
            Locale = draft.Locale,
            NumberYear = today.Year,
            IssuedOn = today,
            CreatedAt = now,
            DueAt = draft.ExpiresBy is { } end && end < validUntil ? end : validUntil,
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

    /// <summary>Gives the bonus of a top-up.</summary>
    public void Reward(long bonus) => BonusMinor = bonus;

    /// <summary>A tariff change gave back the unused days of its periods. True when refunds had taken all the rest.</summary>
    public bool Credit(long amount, IReadOnlyList<TaxPart> taxes)
    {
        if (amount <= 0 || amount > RefundableMinor)
        {
            throw new ArgumentOutOfRangeException(nameof(amount), amount, $"Of the invoice {Id} {RefundableMinor} is left.");
        }

        CreditedMinor += amount;
        CreditedTaxes = [.. CreditedTaxes, .. taxes];
        return EndWhenNothingIsLeft();
    }

    /// <summary>Money of its payments went back. True when nothing is left of it.</summary>
    public bool Refund(long amount)
    {
        RefundedMinor += amount;
        return EndWhenNothingIsLeft();
    }

    /// <summary>Credits alone leave it paid: what it was for was used, or changed for something else.</summary>
    private bool EndWhenNothingIsLeft()
    {
        if (Status != InvoiceStatus.Paid || RefundedMinor == 0 || RefundableMinor > 0)
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

/// <summary>What an invoice is about: what becomes of its money when it is paid.</summary>
public enum InvoicePurpose
{
    /// <summary>It becomes income: an order, or periods of services.</summary>
    Sale,

    /// <summary>It becomes the customer's balance.</summary>
    TopUp,

    /// <summary>It is what was missing for a tariff change: it becomes balance, and the change happens.</summary>
    PlanChange,

    /// <summary>A month's usage, where the balance may not go below zero: it becomes income.</summary>
    Usage,
}

/// <summary>For whom an invoice is, and what about.</summary>
public sealed record InvoiceDraft(Id<Merchant> MerchantId, Id<Customer> CustomerId, InvoicePurpose Purpose, string Locale)
{
    public Id<Order>? OrderId { get; init; }

    /// <summary>When it ends at the latest, whatever the merchant's validity.</summary>
    public DateTimeOffset? ExpiresBy { get; init; }
}

public enum InvoiceStatus
{
    Open,
    Paid,
    Cancelled,
    Expired,
    Refunded,
}
