using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Journal;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Domain.PlanChanges;
using BillingHeadless.Domain.Subscriptions;

namespace BillingHeadless.Tests.Domain.Histories;

/// <summary>Services, their renewal and their tariff changes.</summary>
public sealed class ServiceDesk
{
    private readonly World world;
    private readonly Cashier cashier;

    public ServiceDesk(World world, Cashier cashier)
    {
        (this.world, this.cashier) = (world, cashier);
        cashier.OnChangePaid = invoice => Execute(ChangeOf(invoice), ChangeOf(invoice).Reserved + cashier.PaidFor(invoice));
        cashier.OnChangeClosed = Abandon;
    }

    public Subscription Subscribe(Id<Customer> customer, Plan plan)
    {
        var draft = new SubscriptionDraft(1, world.Random.Next(1, 3));
        var subscription = Subscription.Create(world.Ids.New<Subscription>(), customer, plan, draft, world.Calendar, world.Now);
        world.Subscriptions.Add(subscription);
        return subscription;
    }

    /// <summary>One open invoice per service: asking again answers it (D3).</summary>
    public Invoice Renew(Subscription subscription, int months)
    {
        if (world.OpenInvoiceOf(subscription) is { } open)
        {
            return open;
        }

        var invoice = world.Issue(subscription.CustomerId, InvoicePurpose.Sale, world.Price(subscription, world.PlanOf(subscription.PlanId), months));
        subscription.Open(invoice.Id);
        return invoice;
    }

    /// <summary>The end of the paid time has come.</summary>
    public void End(Subscription subscription)
    {
        if (world.OpenInvoiceOf(subscription) is { } late && late.DueAt <= world.Now)
        {
            cashier.Close(late, InvoiceStatus.Expired);
        }

        var open = world.OpenInvoiceOf(subscription);
        var price = open?.DueMinor ?? world.Price(subscription, world.PlanOf(subscription.PlanId), subscription.TermMonths).TotalMinor;
        switch (Renewal.AtEnd(subscription, new RenewalFacts(price, world.Books.FundsOf(subscription.CustomerId).Available, world.IsUndecided(open))))
        {
            case RenewalStep.Wait when subscription.State == SubscriptionState.Active:
                subscription.AwaitRenewal();
                break;
            case RenewalStep.PayFromBalance:
                Assert.True(cashier.PayFromBalance(Renew(subscription, subscription.TermMonths)));
                break;
            case RenewalStep.ExpireWithInvoice:
                Renew(subscription, subscription.TermMonths);
                subscription.Expire();
                break;
            case RenewalStep.Expire:
                subscription.Expire();
                break;
        }
    }

    public void Cancel(Subscription subscription)
    {
        if (world.OpenInvoiceOf(subscription) is { } open && !cashier.Close(open, InvoiceStatus.Cancelled))
        {
            return;
        }

        if (subscription.State != SubscriptionState.Cancelled)
        {
            subscription.Cancel(world.Calendar, world.Now);
        }
    }

    /// <summary>Null when the change is refused.</summary>
    public PlanChange? Preview(Subscription subscription, Plan plan)
    {
        if (PlanChangeRules.Refuse(subscription, plan, world.Calendar, world.Now) is not null)
        {
            return null;
        }

        var (terms, credit) = TermsOf(subscription, plan);
        var quote = world.Price(subscription, plan, PlanChangeRules.MonthsOf(plan));
        var change = PlanChange.Preview(world.Ids.New<PlanChange>(), subscription, quote, terms, credit, world.Now);
        world.Changes.Add(change);
        return change;
    }

    /// <summary>False when the preview says what is so no more, or an undecided payment stands against it.</summary>
    public bool Change(PlanChange change)
    {
        var (subscription, plan) = (world.Subscriptions.First(row => row.Id == change.SubscriptionId), world.PlanOf(change.PlanId));
        if (PlanChangeRules.Refuse(subscription, plan, world.Calendar, world.Now) is not null || !change.Holds(TermsOf(subscription, plan).Terms))
        {
            return false;
        }

        if (world.OpenInvoiceOf(subscription) is { } open && !cashier.Close(open, InvoiceStatus.Cancelled))
        {
            return false;
        }

        var part = world.Books.FundsOf(change.CustomerId).Draw(change.Terms.FromBalance);
        if (change.Terms.Decision == PlanChangeDecision.Now)
        {
            Execute(change, part);
            return true;
        }

        var quote = BalanceQuote.PlanChange(new(change.MissingMinor, change.Currency), change.Line.PlanName, "en");
        var expires = PlanChange.ExpiresAt(DateTimeOffset.MaxValue, subscription.PaidUntil, world.Now);
        var invoice = world.Issue(change.CustomerId, InvoicePurpose.PlanChange, quote, expires);
        subscription.Open(invoice.Id);
        change.Await(invoice.Id, part);
        world.Books.Book(new EntryCause(EntryKind.FundsReserved, change.Id.Value), world.Now, CustomerBookings.Reserved(change));
        return true;
    }

    public PlanChange ChangeOf(Invoice invoice) => world.Changes.First(change => change.InvoiceId == invoice.Id);

    private (PlanChangeTerms Terms, UnusedCredit Credit) TermsOf(Subscription subscription, Plan plan)
    {
        var credit = UnusedCredit.Of(subscription, world.Today);
        var price = world.Price(subscription, plan, PlanChangeRules.MonthsOf(plan)).TotalMinor;
        var funds = world.Books.FundsOf(subscription.CustomerId);
        var waiting = world.Changes.FirstOrDefault(change => change.State == PlanChangeState.Awaiting && change.SubscriptionId == subscription.Id);
        var available = funds.Holding(-(waiting?.Reserved ?? FundsPart.Nothing)).Available;
        return (new PlanChangeTerms(world.Today, price, credit.Total.Total, available), credit);
    }

    private void Execute(PlanChange change, FundsPart given)
    {
        Release(change);
        var subscription = world.Subscriptions.First(row => row.Id == change.SubscriptionId);
        foreach (var credit in change.Credits.Where(credit => credit.Credit.Total > 0))
        {
            Credit(subscription, credit);
        }

        var purchase = world.Issue(change.CustomerId, InvoicePurpose.Sale, change.Quote);
        change.Execute(purchase.Id, world.Now);
        var part = change.Purchase(given);
        cashier.Take(purchase, part, isFrozen: true);
        var term = new PaidTerm(purchase.Id, purchase.Lines[0].Id, change.PlanId, change.Line.Months, part);
        subscription.ChangePlan(
            world.Ids.New<ServicePeriod>(),
            change.Credits.ToDictionary(credit => credit.PeriodId, credit => credit.Credit.Total),
            term,
            world.PlanOf(change.PlanId),
            world.Calendar,
            world.Now);
    }

    private void Credit(Subscription subscription, PeriodCredit credit)
    {
        var (period, days) = subscription.Schedule.First(entry => entry.Period.Id == credit.PeriodId);
        var invoice = world.InvoiceOf(period.InvoiceId);
        var taxes = RefundTaxes.Of(invoice, RefundDesk.ReturnedOf(world, invoice), RefundDesk.TaxesOf(world, invoice), credit.Credit.Total);
        invoice.Credit(credit.Credit.Total, taxes);
        world.Books.Book(
            new EntryCause(EntryKind.PeriodCredited, period.Id.Value) { InvoiceId = invoice.Id },
            world.Now,
            CustomerBookings.IncomeReturned(subscription.CustomerId, invoice.Currency, credit.Credit, taxes),
            _ => OperationParts.Credited(credit, days, ""));
    }

    private void Abandon(Invoice invoice)
    {
        var change = ChangeOf(invoice);
        Release(change);
        change.Abandon(world.Now);
    }

    private void Release(PlanChange change)
    {
        if (change.State == PlanChangeState.Awaiting)
        {
            world.Books.Book(new EntryCause(EntryKind.ReserveReleased, change.Id.Value), world.Now, CustomerBookings.ReserveReleased(change));
        }
    }
}
