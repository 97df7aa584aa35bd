using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Domain.PlanChanges;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Domain.Usage;

namespace BillingHeadless.Tests.Domain.Histories;

/// <summary>One random life of a merchant: people and time act in any order, and what is due by itself happens when it is due.</summary>
public sealed class History
{
    private const int MaximumSteps = 45;
    private const int MaximumDue = 2_000;

    private readonly World world;
    private readonly Cashier cashier;
    private readonly ServiceDesk services;
    private readonly RefundDesk refunds;
    private readonly MeterRoom meters;
    private readonly Action[] acts;

    private History(int seed)
    {
        world = new World(seed);
        cashier = new Cashier(world);
        services = new ServiceDesk(world, cashier);
        refunds = new RefundDesk(world, cashier);
        meters = new MeterRoom(world);
        acts =
        [
            Wait, Wait, WaitAMonth, WaitForAnEnd, Subscribe, Renew, Renew, TopUp, StartPayment, StartPayment, DecidePayment, DecidePayment, DecidePayment,
            PayFromBalance, PayFromBalance, CancelInvoice, ChangePlan, ChangePlan, ChangePlan, ChangeLate, PayChange, PayChange, Refund, RefundChange, DecideRefund, ChooseAutoPay, SwitchAddOn, Record, Record, Cancel,
        ];
    }

    private Random Random => world.Random;

    /// <param name="seed">The same seed is the same history.</param>
    /// <param name="look">Called in the midst of it.</param>
    public static World Live(int seed, Action<World>? look = null)
    {
        var history = new History(seed);
        var (steps, midst) = (history.Random.Next(5, MaximumSteps), history.Random.Next(5, MaximumSteps));
        history.Begin();
        for (var i = 0; i < steps; i++)
        {
            history.acts[history.Random.Next(history.acts.Length)]();
            if (i == midst)
            {
                look?.Invoke(history.world);
            }
        }

        history.DecideAll();
        history.AdvanceTo(history.world.Now.AddDays(history.Random.Next(0, 90)));
        return history.world;
    }

    /// <summary>Most have something to begin with.</summary>
    private void Begin()
    {
        for (var i = 0; i < 3; i++)
        {
            TopUp();
            Subscribe();
            PayFromBalance();
        }
    }

    private void Wait() => AdvanceTo(world.Now.AddMinutes(Random.Next(1, Random.Next(3) == 0 ? 60 * 24 * 20 : 60 * 30)));

    private void WaitAMonth() => AdvanceTo(world.Now.AddDays(Random.Next(27, 33)));

    /// <summary>To the last minute of a period, or to the first.</summary>
    private void WaitForAnEnd()
    {
        if (world.Any(world.Subscriptions.Where(row => row.PaidUntil > world.Now)) is { PaidUntil: { } end })
        {
            AdvanceTo(end.AddMinutes(Random.Next(-2, 2)));
        }
    }

    private void Subscribe()
    {
        var plan = Random.Next(3) == 0 ? world.Postpaid : world.Any(world.Plans)!;
        var subscription = services.Subscribe(world.Any(world.Customers.Select(id => id.Value)) is { } id ? new(id) : default, plan);
        if (plan.Billing == PlanBilling.Prepaid)
        {
            services.Renew(subscription, Term());
        }
    }

    private void Renew()
    {
        if (world.Any(world.Subscriptions.Where(row => !ServiceInvoiceRules.Open([row]).Refused(out _))) is { } subscription)
        {
            services.Renew(subscription, Term());
        }
    }

    private void TopUp()
    {
        var customer = world.Customers[Random.Next(world.Customers.Count)];
        var invoice = world.Issue(customer, InvoicePurpose.TopUp, BalanceQuote.TopUp(new(Random.Next(1, 150_000), new("UAH")), "uk"));
        if (Random.Next(3) > 0 && cashier.Start(invoice, invoice.DueMinor, 0) is { } payment)
        {
            cashier.Succeed(payment);
        }
    }

    private void StartPayment()
    {
        if (world.Any(world.Invoices.Where(cashier.CanBePaid)) is { } invoice)
        {
            var amount = Random.Next(4) == 0 ? Random.NextInt64(1, invoice.DueMinor + 1) : invoice.DueMinor;
            cashier.Start(invoice, amount, Random.Next(3) == 0 ? Surcharge.On(amount, 275) : 0);
        }
    }

    private void DecidePayment()
    {
        if (world.Any(world.Payments.Where(payment => payment.CanBecome(PaymentStatus.Succeeded) && payment.Status != PaymentStatus.Succeeded)) is not { } payment)
        {
            return;
        }

        if (Random.Next(4) > 0 || !payment.IsUndecided)
        {
            cashier.Succeed(payment);
        }
        else
        {
            cashier.Decline(payment);
        }

        EndWaiting();
    }

    private void PayFromBalance()
    {
        if (world.Any(world.Invoices.Where(cashier.CanBePaid)) is not { } invoice || invoice.Purpose == InvoicePurpose.TopUp)
        {
            return;
        }

        var available = world.Books.FundsOf(invoice.CustomerId).Available;
        if (Random.Next(3) == 0 && available > 0)
        {
            var amount = Random.NextInt64(1, Math.Min(available, invoice.DueMinor) + 1);
            cashier.Take(invoice, world.Books.FundsOf(invoice.CustomerId).Draw(amount), isFrozen: false);
            return;
        }

        cashier.PayFromBalance(invoice);
    }

    private void CancelInvoice()
    {
        if (world.Any(world.Invoices.Where(invoice => invoice.Status == InvoiceStatus.Open)) is { } invoice)
        {
            cashier.Close(invoice, InvoiceStatus.Cancelled);
        }
    }

    private void ChangePlan()
    {
        if (world.Any(world.Subscriptions) is { } subscription && services.Preview(subscription, world.Any(world.Plans)!) is { } change)
        {
            services.Change(change);
        }
    }

    /// <summary>With a preview that may say what is so no more.</summary>
    private void ChangeLate()
    {
        if (world.Any(world.Subscriptions) is { } subscription && services.Preview(subscription, world.Any(world.Plans)!) is { } change)
        {
            acts[Random.Next(acts.Length)]();
            services.Change(change);
        }
    }

    private void PayChange()
    {
        if (world.Any(world.Invoices.Where(row => row.Purpose == InvoicePurpose.PlanChange && cashier.CanBePaid(row))) is { } invoice)
        {
            cashier.Start(invoice, invoice.DueMinor, 0);
        }
    }

    private void RefundChange()
    {
        var changes = world.Invoices.Where(row => row is { Purpose: InvoicePurpose.PlanChange, Status: InvoiceStatus.Paid }).SelectMany(world.PaymentsOf);
        if (world.Any(changes.Where(row => row.Status == PaymentStatus.Succeeded)) is { } payment)
        {
            refunds.Begin(payment, Random.Next(2) == 0 ? payment.AppliedMinor : Random.NextInt64(1, payment.AmountMinor + 1));
        }
    }

    private void Refund()
    {
        if (world.Any(world.Payments.Where(payment => payment.Status == PaymentStatus.Succeeded)) is { } payment)
        {
            refunds.Begin(payment, Random.Next(2) == 0 ? payment.AppliedMinor : Random.NextInt64(1, payment.AmountMinor + 1));
        }
    }

    private void DecideRefund()
    {
        if (world.Any(world.Refunds.Where(refund => refund.IsUndecided)) is { } refund)
        {
            Decide(refund);
        }
    }

    private void ChooseAutoPay()
    {
        if (world.Any(world.Subscriptions.Where(row => !row.IsPostpaid && row.State != SubscriptionState.Cancelled)) is { } subscription)
        {
            var method = world.Random.Next(4) switch { 0 => AutoPayMethod.None, 1 => AutoPayMethod.Invoice, _ => AutoPayMethod.Balance };
            subscription.PayBy(method, StandingOrder.IsNeededFor(method) ? new StandingOrder(method, "admin", world.Now) : null);
        }
    }

    private void SwitchAddOn()
    {
        if (world.Any(world.Subscriptions.Where(row => row is { IsPostpaid: true, State: SubscriptionState.Active })) is not { } subscription)
        {
            return;
        }

        if (Random.Next(2) == 0)
        {
            subscription.SwitchOn("telegram", world.Today);
        }
        else
        {
            subscription.SwitchOff("telegram", world.Today);
        }
    }

    private void Record()
    {
        if (world.Any(world.Subscriptions.Where(row => row.IsPostpaid)) is not { } subscription)
        {
            return;
        }

        var meter = Random.Next(2) == 0 ? "users" : "sms";
        var corrected = meters.RecordsOf(subscription).Select(record => record.Corrects).ToHashSet();
        var wrong = Random.Next(4) == 0 ? world.Any(meters.RecordsOf(subscription).Where(record => !corrected.Contains(record.RecordId))) : null;
        var day = wrong?.Day ?? world.Today.AddDays(-Random.Next(0, 70));
        meters.Record(subscription, new UsageDraft(world.Ids.Token(), wrong?.Meter ?? meter, day, Random.Next(0, 500), wrong?.RecordId));
    }

    private void Cancel()
    {
        if (world.Any(world.Subscriptions) is { } subscription && Random.Next(3) == 0)
        {
            services.Cancel(subscription);
        }
    }

    private int Term() => Random.Next(5) switch { 0 => 12, 1 => 3, _ => 1 };

    private void DecideAll()
    {
        foreach (var payment in world.Payments.Where(payment => payment.IsUndecided).ToList())
        {
            cashier.Succeed(payment);
        }

        world.Refunds.Where(refund => refund.IsUndecided).ToList().ForEach(Decide);
        world.Refunds.Where(refund => refund.Status == RefundStatus.Declined).ToList().ForEach(refunds.SucceedLate);
        EndWaiting();
    }

    private void Decide(Refund refund)
    {
        if (Random.Next(4) > 0)
        {
            refunds.Succeed(refund);
        }
        else
        {
            refunds.Decline(refund);
        }
    }

    /// <summary>A service that waited for a payment goes on or ends once it is decided.</summary>
    private void EndWaiting()
    {
        foreach (var subscription in world.Subscriptions.Where(row => row.State == SubscriptionState.Renewing).ToList())
        {
            services.End(subscription);
        }
    }

    /// <summary>Everything that is due on the way, each at its own instant: charges, then renewals, then expiries.</summary>
    private void AdvanceTo(DateTimeOffset to)
    {
        for (var i = 0; i < MaximumDue; i++)
        {
            if (Due().Where(due => due.At <= to).OrderBy(due => due.At).ThenBy(due => due.Kind).FirstOrDefault() is not { Act: { } act } next)
            {
                world.Now = to > world.Now ? to : world.Now;
                return;
            }

            world.Now = next.At > world.Now ? next.At : world.Now;
            act();
        }

        throw new InvalidOperationException("There is no end of what is due.");
    }

    private IEnumerable<(DateTimeOffset At, int Kind, Action Act)> Due()
    {
        foreach (var subscription in world.Subscriptions)
        {
            if (subscription.IsPostpaid)
            {
                var month = NextClose(subscription);
                if (subscription.LastDay is not { } last || Month.Of(last).Plus(UsageRules.LateMonths) >= month)
                {
                    yield return (MonthClose.At(month, world.Calendar), 0, () => meters.Close(subscription, month));
                }
            }
            else if (subscription is { State: SubscriptionState.Active, PaidUntil: { } end })
            {
                yield return (end, 1, () => services.End(subscription));
                var lead = Renewal.InvoiceAt(subscription.EndsOn!.Value, world.Settings.InvoiceLeadDays, world.Calendar);
                if (Renewal.NeedsInvoice(subscription, subscription.OpenInvoiceId is not null) && world.Now <= lead)
                {
                    yield return (lead, 1, () => services.Renew(subscription, subscription.TermMonths));
                }
            }
        }

        foreach (var invoice in world.Invoices.Where(invoice => invoice.Status == InvoiceStatus.Open && !world.IsUndecided(invoice)))
        {
            yield return (invoice.DueAt, 2, () => cashier.Close(invoice, InvoiceStatus.Expired));
        }
    }

    private Month NextClose(Subscription subscription) =>
        meters.ChargesOf(subscription) is { Count: > 0 } charges ? charges.Max(charge => charge.Month).Plus(1) : Month.Of(subscription.Anchor);
}
