using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;

namespace BillingHeadless.Domain.Subscriptions;

/// <summary>
/// Months of a service that one invoice line has paid for. Its dates follow from the anchor and the months paid before it:
/// see <see cref="PeriodSchedule"/>.
/// </summary>
public sealed class ServicePeriod : IEntity, IOwned
{
    private static readonly Transitions<ServicePeriodStatus> Moves = new(
        (ServicePeriodStatus.Paid, ServicePeriodStatus.Credited),
        (ServicePeriodStatus.Paid, ServicePeriodStatus.Refunded));

    private ServicePeriod()
    {
    }

    public static string IdPrefix => "spd";

    public Id<ServicePeriod> Id { get; private set; }

    public Id<Merchant> MerchantId { get; private set; }

    public Id<Subscription> SubscriptionId { get; private set; }

    public Id<Invoice> InvoiceId { get; private set; }

    public Id<InvoiceLine> InvoiceLineId { get; private set; }

    public Id<Plan> PlanId { get; private set; }

    /// <summary>The day that its months count from, with those paid before it.</summary>
    public DateOnly Anchor { get; private set; }

    /// <summary>Its place among the periods of the service.</summary>
    public int Ordinal { get; private set; }

    public int Months { get; private set; }

    /// <summary>What was paid for it, in money and in bonus; less what was refunded.</summary>
    public long MoneyMinor { get; private set; }

    public long BonusMinor { get; private set; }

    /// <summary>What of it was given back for days that a tariff change left unused.</summary>
    public long CreditedMinor { get; private set; }

    public ServicePeriodStatus Status { get; private set; }

    public DateTimeOffset PaidAt { get; private set; }

    public FundsPart Paid => new(MoneyMinor, BonusMinor);

    internal static ServicePeriod Pay(Id<ServicePeriod> id, Subscription subscription, int ordinal, PaidTerm paid, DateTimeOffset now) => new()
    {
        Id = id,
        MerchantId = subscription.MerchantId,
        SubscriptionId = subscription.Id,
        InvoiceId = paid.InvoiceId,
        InvoiceLineId = paid.LineId,
        PlanId = paid.PlanId,
        Anchor = subscription.Anchor,
        Ordinal = ordinal,
        Months = paid.Months,
        MoneyMinor = paid.Paid.Money,
        BonusMinor = paid.Paid.Bonus,
        PaidAt = now,
    };

    internal void Credit(long amount)
    {
        Status = Moves.Move(Status, ServicePeriodStatus.Credited);
        CreditedMinor = amount;
    }

    internal void TakeBack() => Status = Moves.Move(Status, ServicePeriodStatus.Refunded);

    /// <summary>A part of what was paid went back; its dates stay.</summary>
    internal void Keep(FundsPart remaining)
    {
        MoneyMinor = remaining.Money;
        BonusMinor = remaining.Bonus;
    }
}

public enum ServicePeriodStatus
{
    Paid,

    /// <summary>Closed by a tariff change: days used stay paid, unused days were credited.</summary>
    Credited,

    /// <summary>All of its money went back, and its months with it.</summary>
    Refunded,
}

/// <summary>What an invoice line has paid for.</summary>
public sealed record PaidTerm(Id<Invoice> InvoiceId, Id<InvoiceLine> LineId, Id<Plan> PlanId, int Months, FundsPart Paid);
