using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Journal;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Domain.Subscriptions;

namespace BillingHeadless.Tests.Domain.Histories;

/// <summary>Invoices and the money that comes for them.</summary>
public sealed class Cashier(World world)
{
    /// <summary>What happens when the invoice for a tariff change is settled or closed.</summary>
    public Action<Invoice> OnChangePaid { get; set; } = _ => { };

    public Action<Invoice> OnChangeClosed { get; set; } = _ => { };

    public bool CanBePaid(Invoice invoice) => invoice.Status == InvoiceStatus.Open && world.Now < invoice.DueAt;

    public Payment? Start(Invoice invoice, long amount, long surcharge)
    {
        if (!CanBePaid(invoice) || world.IsUndecided(invoice))
        {
            return null;
        }

        var draft = new PaymentDraft("sandbox", "1.0.0", amount, surcharge, world.Ids.Token(), world.Ids.Token(), null);
        var payment = Payment.Start(world.Ids.New<Payment>(), invoice, draft, world.Now, world.Now);
        world.Payments.Add(payment);
        return payment;
    }

    /// <summary>The gateway has the money, whatever has become of the invoice.</summary>
    public void Succeed(Payment payment)
    {
        if (payment.Status == PaymentStatus.Succeeded)
        {
            return;
        }

        var invoice = world.InvoiceOf(payment.InvoiceId);
        payment.Succeed(Math.Min(payment.AmountMinor, invoice.DueMinor), null, world.Now);
        world.TakenOutside += payment.Charged.Minor;
        world.Books.Book(Cause(EntryKind.PaymentReceived, payment.Id.Value, payment), world.Now, Bookings.PaymentReceived(payment));
        if (payment.AppliedMinor > 0 && invoice.Apply(payment.AppliedMinor, world.Now))
        {
            Settle(invoice);
        }

        CreditSurplus(payment, payment.UnappliedMinor);
    }

    public void Decline(Payment payment)
    {
        payment.Decline("declined");
        var invoice = world.InvoiceOf(payment.InvoiceId);
        if (invoice.Status == InvoiceStatus.Open && world.Now >= invoice.DueAt)
        {
            Close(invoice, InvoiceStatus.Expired);
        }
    }

    public bool PayFromBalance(Invoice invoice)
    {
        var funds = world.Books.FundsOf(invoice.CustomerId);
        if (!CanBePaid(invoice) || invoice.Purpose == InvoicePurpose.TopUp || funds.MissingFor(invoice.DueMinor) > 0)
        {
            return false;
        }

        Take(invoice, funds.Draw(invoice.DueMinor), isFrozen: false);
        return true;
    }

    /// <summary>Pays an invoice from its customer's funds.</summary>
    public void Take(Invoice invoice, FundsPart part, bool isFrozen)
    {
        var draft = new FundsDraft(PaymentMethod.Balance, invoice.CustomerId, part, world.Ids.Token());
        var payment = Payment.FromFunds(world.Ids.New<Payment>(), invoice, draft, world.Now, world.Now);
        world.Payments.Add(payment);
        world.Books.Book(
            Cause(EntryKind.PaidFromBalance, payment.Id.Value, payment),
            world.Now,
            CustomerBookings.Paid(payment.PayerId, invoice, part, isFrozen),
            moved => OperationParts.Paid(invoice, -moved.Total));
        if (invoice.Apply(part.Total, world.Now))
        {
            Settle(invoice);
        }
    }

    /// <summary>False while a payment that began in time is undecided (ruling 4).</summary>
    public bool Close(Invoice invoice, InvoiceStatus status)
    {
        if (!invoice.CanBecome(status) || world.IsUndecided(invoice))
        {
            return false;
        }

        if (status == InvoiceStatus.Cancelled)
        {
            invoice.Cancel(world.Now);
        }
        else
        {
            invoice.Expire(world.Now);
        }

        Free(invoice);
        invoice.GiveUpPaid();
        foreach (var payment in world.PaymentsOf(invoice).Where(payment => payment.AppliedMinor > 0))
        {
            Release(invoice, payment);
        }

        if (invoice.Purpose == InvoicePurpose.PlanChange)
        {
            OnChangeClosed(invoice);
        }

        return true;
    }

    private void Settle(Invoice invoice)
    {
        Free(invoice);
        switch (invoice.Purpose)
        {
            case InvoicePurpose.TopUp:
                invoice.Reward(BonusTiers.On(invoice.TotalMinor, world.Books.FundsOf(invoice.CustomerId).Debt, world.Settings.BonusTiers));
                TopUp(invoice, CustomerBookings.ToppedUp(invoice, invoice.BonusMinor), new FundsPart(invoice.TotalMinor, invoice.BonusMinor));
                break;
            case InvoicePurpose.PlanChange:
                TopUp(invoice, CustomerBookings.Brought(invoice, PaidFor(invoice)), PaidFor(invoice));
                OnChangePaid(invoice);
                break;
            default:
                world.Books.Book(new EntryCause(EntryKind.InvoiceSettled, invoice.Id.Value) { InvoiceId = invoice.Id }, world.Now, Bookings.InvoiceSettled(invoice));
                Extend(invoice);
                break;
        }
    }

    /// <summary>What an invoice was paid with.</summary>
    public FundsPart PaidFor(Invoice invoice) => world.PaymentsOf(invoice).Aggregate(FundsPart.Nothing, (sum, payment) => sum + payment.Applied);

    private void TopUp(Invoice invoice, IReadOnlyList<TransferDraft> transfers, FundsPart part) => world.Books.Book(
        new EntryCause(EntryKind.BalanceToppedUp, invoice.Id.Value) { InvoiceId = invoice.Id }, world.Now, transfers, _ => OperationParts.ToppedUp(part.Money, part.Bonus));

    /// <summary>Each line of a service is one more period; the purchase of a tariff change is told to its service by the change itself.</summary>
    private void Extend(Invoice invoice)
    {
        foreach (var (line, share) in LineShares.Of(invoice, PaidFor(invoice)).Where(entry => entry.Line.SubscriptionId is not null))
        {
            var subscription = world.Subscriptions.First(row => row.Id == line.SubscriptionId);
            if (!world.Changes.Any(change => change.PurchaseId == invoice.Id))
            {
                var term = new PaidTerm(invoice.Id, line.Id, line.PlanId!.Value, line.Months, share);
                subscription.Pay(world.Ids.New<ServicePeriod>(), term, world.PlanOf(term.PlanId), world.Calendar, world.Now);
            }
        }
    }

    private void Free(Invoice invoice)
    {
        foreach (var subscription in world.Subscriptions)
        {
            subscription.Close(invoice.Id);
        }
    }

    private void Release(Invoice invoice, Payment payment)
    {
        var part = payment.Applied;
        payment.Release();
        if (payment.Method == PaymentMethod.Gateway)
        {
            world.Books.Book(Cause(EntryKind.PaymentReleased, payment.Id.Value, payment), world.Now, Bookings.PaymentReleased(payment, part.Total));
            CreditSurplus(payment, part.Total);
        }
        else
        {
            world.Books.Book(Cause(EntryKind.ReturnedToBalance, payment.Id.Value, payment), world.Now, CustomerBookings.Returned(payment.PayerId, invoice, part));
        }
    }

    private void CreditSurplus(Payment payment, long amount)
    {
        if (amount > 0)
        {
            payment.ReturnSurplus(amount);
            world.Books.Book(Cause(EntryKind.SurplusCredited, payment.Id.Value, payment), world.Now, Bookings.SurplusCredited(payment, amount));
        }
    }

    private static EntryCause Cause(EntryKind kind, string causeId, Payment payment) => new(kind, causeId) { PaymentId = payment.Id, InvoiceId = payment.InvoiceId };
}
