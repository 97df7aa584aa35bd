using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Plugins;

namespace BillingHeadless.Domain.PlanChanges;

/// <summary>
/// A tariff change from its preview to its end (D6, ruling 38). Everything is frozen when it is decided: price, credit,
/// reserve; only the day on which it happens is the day on which its invoice is paid.
/// </summary>
public sealed class PlanChange : IEntity, IOwned, IVersioned
{
    private static readonly Transitions<PlanChangeState> Moves = new(
        (PlanChangeState.Previewed, PlanChangeState.Executed),
        (PlanChangeState.Previewed, PlanChangeState.Awaiting),
        (PlanChangeState.Awaiting, PlanChangeState.Executed),
        (PlanChangeState.Awaiting, PlanChangeState.Abandoned));

    private PlanChange()
    {
    }

    public static string IdPrefix => "chg";

    public Id<PlanChange> Id { get; private set; }

    public Id<Merchant> MerchantId { get; private set; }

    public Id<Subscription> SubscriptionId { get; private set; }

    public Id<Customer> CustomerId { get; private set; }

    public Id<Plan> PlanId { get; private set; }

    public PlanChangeState State { get; private set; }

    public Currency Currency { get; private set; }

    /// <summary>The day that it was previewed for.</summary>
    public DateOnly Day { get; private set; }

    public long PriceMinor { get; private set; }

    public long CreditMinor { get; private set; }

    public long AvailableMinor { get; private set; }

    /// <summary>What is bought: name, price and tax as they were.</summary>
    public QuoteLine Line { get; private set; } = QuoteLine.Nothing;

    /// <summary>The credit period by period.</summary>
    public IReadOnlyList<PeriodCredit> Credits { get; private set; } = [];

    /// <summary>What was taken into reserve, in money and in bonus.</summary>
    public long ReservedMoneyMinor { get; private set; }

    public long ReservedBonusMinor { get; private set; }

    /// <summary>The invoice for what is missing.</summary>
    public Id<Invoice>? InvoiceId { get; private set; }

    /// <summary>The invoice of the new period, paid in the commit in which the change happens.</summary>
    public Id<Invoice>? PurchaseId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public long Version { get; private set; }

    public PlanChangeTerms Terms => new(Day, PriceMinor, CreditMinor, AvailableMinor);

    public FundsPart Reserved => new(ReservedMoneyMinor, ReservedBonusMinor);

    public FundsPart Credit => Credits.Aggregate(FundsPart.Nothing, (sum, period) => sum + period.Credit);

    /// <summary>What the invoice for what is missing comes to: nothing when the change happens at once.</summary>
    public long MissingMinor => Terms.Missing;

    /// <summary>The purchase as it was previewed.</summary>
    public Quote Quote => Quote.Of(Currency, [Line]);

    public static PlanChange Preview(Id<PlanChange> id, Subscription subscription, Quote quote, PlanChangeTerms terms, UnusedCredit credit, DateTimeOffset now) => new()
    {
        Id = id,
        MerchantId = subscription.MerchantId,
        SubscriptionId = subscription.Id,
        CustomerId = subscription.CustomerId,
        PlanId = quote.Lines[0].PlanId!.Value,
        Line = quote.Lines[0],
        Currency = subscription.Currency,
        Day = terms.Day,
        PriceMinor = terms.Price,
        CreditMinor = terms.Credit,
        AvailableMinor = terms.Available,
        Credits = credit.Periods,
        CreatedAt = now,
    };

    /// <summary>Whether it still says what is so: its day, price, credit and balance.</summary>
    public bool Holds(PlanChangeTerms now) => State == PlanChangeState.Previewed && Terms == now;

    /// <summary>Decides for an invoice: what the balance has is frozen into reserve.</summary>
    public void Await(Id<Invoice> invoice, FundsPart reserved)
    {
        State = Moves.Move(State, PlanChangeState.Awaiting);
        InvoiceId = invoice;
        ReservedMoneyMinor = reserved.Money;
        ReservedBonusMinor = reserved.Bonus;
    }

    public void Execute(Id<Invoice> purchase, DateTimeOffset now)
    {
        State = Moves.Move(State, PlanChangeState.Executed);
        PurchaseId = purchase;
        EndedAt = now;
    }

    /// <summary>Its invoice was cancelled or has expired: the reserve goes back.</summary>
    public void Abandon(DateTimeOffset now)
    {
        State = Moves.Move(State, PlanChangeState.Abandoned);
        EndedAt = now;
    }

    /// <summary>
    /// What the purchase takes of the customer's funds: credit, and what the balance gives at once, or reserve and what the invoice
    /// brought, make up the price; money before bonus.
    /// </summary>
    public FundsPart Purchase(FundsPart given) => Pay(PriceMinor, Credit + given);

    /// <summary>When the invoice for what is missing expires: at the earlier of its own validity and the old end, while there is one ahead.</summary>
    public static DateTimeOffset ExpiresAt(DateTimeOffset validUntil, DateTimeOffset? paidUntil, DateTimeOffset now) =>
        paidUntil is { } end && end > now && end < validUntil ? end : validUntil;

    private static FundsPart Pay(long price, FundsPart funds) => FundsPart.Of(price, money: Math.Min(price, funds.Money));
}

public enum PlanChangeState
{
    /// <summary>Only asked for.</summary>
    Previewed,

    /// <summary>Its invoice is open, the reserve is taken.</summary>
    Awaiting,

    /// <summary>It has happened.</summary>
    Executed,

    /// <summary>Its invoice was not paid.</summary>
    Abandoned,
}
