using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Plugins;

namespace BillingHeadless.Domain.Subscriptions;

/// <summary>
/// A service that a customer has: paid ahead by periods that count from one anchor (rulings 7, 8), or after use, month by
/// month (ruling 36).
/// </summary>
public sealed class Subscription : IEntity, IOwned, IVersioned
{
    private readonly List<ServicePeriod> periods = [];

    private Subscription()
    {
    }

    public static string IdPrefix => "sub";

    public Id<Subscription> Id { get; private set; }

    public Id<Merchant> MerchantId { get; private set; }

    public Id<Customer> CustomerId { get; private set; }

    public Id<Product> ProductId { get; private set; }

    public Id<Plan> PlanId { get; private set; }

    public PlanBilling Billing { get; private set; }

    public Currency Currency { get; private set; }

    public int Quantity { get; private set; } = 1;

    /// <summary>How many users the tariff allows; null when it does not say.</summary>
    public long? UserLimit { get; private set; }

    public SubscriptionState State { get; private set; }

    /// <summary>The day from which the paid months are counted; of a postpaid one, the first day.</summary>
    public DateOnly Anchor { get; private set; }

    /// <summary>The first day that is not paid any more; null as long as nothing was.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>The midnight at which that day begins.</summary>
    public DateTimeOffset? PaidUntil { get; private set; }

    /// <summary>For how many months it is extended by itself: as it was paid last.</summary>
    public int TermMonths { get; private set; }

    public AutoPayMethod AutoPay { get; private set; }

    public StandingOrder? StandingOrder { get; private set; }

    public IReadOnlyList<AddOn> AddOns { get; private set; } = [];

    /// <summary>Its one open invoice, whatever for (ruling 27).</summary>
    public Id<Invoice>? OpenInvoiceId { get; private set; }

    /// <summary>The local day of the last executed tariff change.</summary>
    public DateOnly? ChangedOn { get; private set; }

    /// <summary>Somebody has ended it: paid days are left to it, and it is not extended.</summary>
    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>Of a postpaid one: the last day on which it was on.</summary>
    public DateOnly? LastDay { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public long Version { get; private set; }

    public IReadOnlyList<ServicePeriod> Periods => periods;

    public bool IsPostpaid => Billing == PlanBilling.Postpaid;

    /// <summary>The add-ons that are on.</summary>
    public IEnumerable<string> SwitchedOn => AddOns.Where(addOn => addOn.IsOn).Select(addOn => addOn.Meter);

    /// <summary>The periods that lead to its end, with their dates.</summary>
    public IReadOnlyList<(ServicePeriod Period, Period Days)> Schedule => PeriodSchedule.Of(Anchor, periods);

    public static Subscription Create(Id<Subscription> id, Id<Customer> customer, Plan plan, SubscriptionDraft draft, Calendar calendar, DateTimeOffset now)
    {
        var subscription = new Subscription
        {
            Id = id,
            MerchantId = plan.MerchantId,
            CustomerId = customer,
            ProductId = plan.ProductId,
            Billing = plan.Billing,
            Currency = plan.Currency,
            Quantity = draft.Quantity,
            TermMonths = draft.Months,
            Anchor = calendar.DateOf(now),
            CreatedAt = now,
        };
        subscription.Take(plan);
        subscription.State = subscription.IsPostpaid ? SubscriptionState.Active : SubscriptionState.Pending;
        return subscription;
    }

    /// <summary>
    /// Adds paid months. While it runs they count from the old anchor, also at the very end of its period; once it has
    /// lapsed, or a refund has cut it short, they count anew.
    /// </summary>
    public ServicePeriod Pay(Id<ServicePeriod> id, PaidTerm paid, Plan plan, Calendar calendar, DateTimeOffset now)
    {
        Anchor = Continues(calendar.DateOf(now)) ? Anchor : calendar.DateOf(now);
        return Add(id, paid, plan, calendar, now);
    }

    /// <summary>A tariff change takes place: what is left of the old periods is closed, a new anchor begins, the new period is paid.</summary>
    public ServicePeriod ChangePlan(
        Id<ServicePeriod> id, IReadOnlyDictionary<Id<ServicePeriod>, long> credits, PaidTerm paid, Plan plan, Calendar calendar, DateTimeOffset now)
    {
        foreach (var period in periods.Where(period => period.Status == ServicePeriodStatus.Paid && credits.ContainsKey(period.Id)))
        {
            period.Credit(credits[period.Id]);
        }

        Anchor = calendar.DateOf(now);
        ChangedOn = Anchor;
        return Add(id, paid, plan, calendar, now);
    }

    /// <summary>Takes back periods whose money went back; later ones move up, and the end is never before today (ruling 6).</summary>
    public void TakeBack(IReadOnlyCollection<ServicePeriod> refunded, Calendar calendar, DateTimeOffset now)
    {
        foreach (var period in refunded)
        {
            period.TakeBack();
        }

        if (!State.IsOn())
        {
            return;
        }

        var (today, schedule) = (calendar.DateOf(now), Schedule);
        if (schedule.Count > 0 && schedule[^1].Days.End > today)
        {
            EndOn(schedule[^1].Days.End, calendar);
            return;
        }

        State = SubscriptionStates.Moves.Move(State, SubscriptionState.Expired);
        EndsOn = today;
        PaidUntil = now;
    }

    /// <summary>What remains paid for the period of an invoice line, once a part of it is on its way back.</summary>
    public void Keep(Id<InvoiceLine> line, FundsPart remaining) => periods.First(period => period.InvoiceLineId == line).Keep(remaining);

    /// <summary>Takes an invoice as its open one.</summary>
    /// <exception cref="InvalidOperationException">It has one: that one is to be answered instead.</exception>
    public void Open(Id<Invoice> invoice) => OpenInvoiceId = OpenInvoiceId is null
        ? invoice
        : throw new InvalidOperationException($"The subscription {Id} has the open invoice {OpenInvoiceId}.");

    /// <summary>Its open invoice was settled, cancelled or has expired.</summary>
    public void Close(Id<Invoice> invoice) => OpenInvoiceId = OpenInvoiceId == invoice ? null : OpenInvoiceId;

    /// <summary>Its period is over and a payment for the next one is undecided.</summary>
    public void AwaitRenewal() => State = SubscriptionStates.Moves.Move(State, SubscriptionState.Renewing);

    /// <summary>Its paid time is over.</summary>
    public void Expire() => State = SubscriptionStates.Moves.Move(State, CancelledAt is null ? SubscriptionState.Expired : SubscriptionState.Cancelled);

    /// <summary>Ends it: what is paid ahead runs on to its end, anything else ends at once.</summary>
    public void Cancel(Calendar calendar, DateTimeOffset now)
    {
        CancelledAt ??= now;
        AutoPay = AutoPayMethod.None;
        StandingOrder = null;
        if (State == SubscriptionState.Active && PaidUntil > now)
        {
            return;
        }

        LastDay = IsPostpaid ? calendar.DateOf(now) : null;
        State = SubscriptionStates.Moves.Move(State, SubscriptionState.Cancelled);
    }

    /// <summary>Chooses how it is extended; whatever charges needs the customer's standing order.</summary>
    public void PayBy(AutoPayMethod method, StandingOrder? order)
    {
        if (StandingOrder.IsNeededFor(method) != order is not null || (order is not null && order.Method != method))
        {
            throw new ArgumentException($"The method {method} and the standing order do not fit.", nameof(order));
        }

        AutoPay = method;
        StandingOrder = order;
    }

    public void SwitchOn(string meter, DateOnly today) => AddOns = AddOns.Any(addOn => addOn.Meter == meter)
        ? [.. AddOns.Select(addOn => addOn.Meter == meter ? addOn.SwitchOn(today) : addOn)]
        : [.. AddOns, AddOn.SwitchedOn(meter, today)];

    public void SwitchOff(string meter, DateOnly today) => AddOns = [.. AddOns.Select(addOn => addOn.Meter == meter ? addOn.SwitchOff(today) : addOn)];

    /// <summary>Whether a postpaid one was on for any moment of a day.</summary>
    public bool WasOn(DateOnly day) => IsPostpaid && day >= Anchor && (LastDay is not { } last || day <= last);

    /// <summary>Whether it was on in a month for any moment.</summary>
    public bool WasOn(Month month) => IsPostpaid && Anchor < month.End && (LastDay is not { } last || last >= month.FirstDay);

    /// <summary>While it waits for a renewal it has stayed on: those days belong to the next period.</summary>
    private bool Continues(DateOnly today) => Schedule.Count > 0 && (State == SubscriptionState.Renewing || (State == SubscriptionState.Active && EndsOn >= today));

    private ServicePeriod Add(Id<ServicePeriod> id, PaidTerm paid, Plan plan, Calendar calendar, DateTimeOffset now)
    {
        var period = ServicePeriod.Pay(id, this, periods.Count, paid, now);
        periods.Add(period);
        TermMonths = paid.Months;
        CancelledAt = null;
        Take(plan);
        State = State == SubscriptionState.Active ? State : SubscriptionStates.Moves.Move(State, SubscriptionState.Active);
        EndOn(Schedule[^1].Days.End, calendar);
        return period;
    }

    private void Take(Plan plan)
    {
        PlanId = plan.Id;
        UserLimit = plan.UsersOf(Quantity);
    }

    private void EndOn(DateOnly date, Calendar calendar)
    {
        EndsOn = date;
        PaidUntil = calendar.StartOf(date);
    }
}

/// <summary>What is subscribed to.</summary>
public sealed record SubscriptionDraft(int Months, int Quantity = 1);
