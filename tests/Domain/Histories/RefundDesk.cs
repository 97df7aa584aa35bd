using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Domain.PlanChanges;
using BillingHeadless.Domain.Subscriptions;

namespace BillingHeadless.Tests.Domain.Histories;

/// <summary>Money on its way back: reserved first, decided later (rulings 6, 33).</summary>
public sealed class RefundDesk(World world, Cashier cashier)
{
    /// <summary>What went back of an invoice, is on its way back, or was credited.</summary>
    public static long ReturnedOf(World world, Invoice invoice) => invoice.CreditedMinor + RefundsOf(world, invoice).Sum(refund => refund.AmountMinor);

    public static IReadOnlyList<TaxPart> TaxesOf(World world, Invoice invoice) =>
        [.. invoice.CreditedTaxes, .. RefundsOf(world, invoice).SelectMany(refund => refund.Taxes)];

    /// <summary>Null when it is refused.</summary>
    public Refund? Begin(Payment payment, long wish)
    {
        var invoice = world.InvoiceOf(payment.InvoiceId);
        if (payment.Status != PaymentStatus.Succeeded || payment.AppliedMinor == 0 || invoice.Status is not (InvoiceStatus.Paid or InvoiceStatus.Refunded))
        {
            return null;
        }

        return invoice.Purpose switch
        {
            InvoicePurpose.TopUp => BeginTopUp(payment, invoice, Math.Min(wish, LimitOfTopUp(payment, invoice))),
            InvoicePurpose.PlanChange => BeginChange(payment, invoice, wish),
            _ => BeginSale(payment, invoice, Math.Min(wish, LimitOfSale(payment, invoice))),
        };
    }

    public void Succeed(Refund refund)
    {
        refund.Succeed(world.Now);
        Return(refund, PaymentOf(refund), EntryKind.RefundResolved);
    }

    /// <summary>What was declined has gone out after all: it is booked when its money is still there.</summary>
    public void SucceedLate(Refund refund)
    {
        var (payment, invoice) = (PaymentOf(refund), world.InvoiceOf(refund.InvoiceId));
        if (!Unfreeze(invoice) || LatePartsOf(refund, payment, invoice) is not { } parts)
        {
            return;
        }

        payment.ReserveRefund(refund.AmountMinor, refund.SurchargeMinor);
        refund.SucceedLate(parts, world.Now);
        Keep(invoice);
        Return(refund, payment, EntryKind.RefundSucceededLate);
    }

    public void Decline(Refund refund)
    {
        var payment = PaymentOf(refund);
        refund.Decline("declined", world.Now);
        world.Books.Book(Cause(EntryKind.RefundResolved, refund), world.Now, Bookings.Refund(refund, payment, TransferPhase.Voided));
        payment.ReleaseRefund(refund.AmountMinor, refund.SurchargeMinor);
        Keep(world.InvoiceOf(refund.InvoiceId));
    }

    private void Return(Refund refund, Payment payment, EntryKind kind)
    {
        world.Books.Book(Cause(kind, refund), world.Now, Bookings.Refund(refund, payment, TransferPhase.Posted));
        world.ReturnedOutside += refund.Method == RefundMethod.Balance ? 0 : refund.Returned.Minor;
        var invoice = world.InvoiceOf(refund.InvoiceId);
        if (invoice.Refund(refund.AmountMinor))
        {
            TakeBack(invoice);
        }
    }

    private RefundDraft? LatePartsOf(Refund refund, Payment payment, Invoice invoice)
    {
        var gone = new RefundDraft(
            refund.Source, refund.Method, refund.AmountMinor, refund.SurchargeMinor, [], refund.Reason, refund.MerchantReference, refund.GatewayKey);
        var isOfBalance = refund.Source == RefundSource.TopUp;
        var left = isOfBalance ? LimitOfTopUp(payment, invoice) : LimitOfSale(payment, invoice);
        if (gone.AmountMinor > left || gone.SurchargeMinor > payment.SurchargeMinor - payment.SurchargeReturnedMinor)
        {
            return null;
        }

        if (!isOfBalance)
        {
            return gone with { Taxes = RefundTaxes.Of(invoice, ReturnedOf(world, invoice), TaxesOf(world, invoice), gone.AmountMinor) };
        }

        var parts = TopUpRefund.Of(ToppedUp(invoice), gone.AmountMinor, world.Books.FundsOf(invoice.CustomerId));
        return parts.Deducted == refund.DeductedMinor ? gone with { BonusMinor = parts.FromBonus } : null;
    }

    private Payment PaymentOf(Refund refund) => world.Payments.First(row => row.Id == refund.PaymentId);

    private static IEnumerable<Refund> RefundsOf(World world, Invoice invoice) =>
        world.Refunds.Where(refund => refund.InvoiceId == invoice.Id && refund.Status != RefundStatus.Declined);

    private long LimitOfSale(Payment payment, Invoice invoice) => Math.Min(payment.RefundableMinor, invoice.TotalMinor - ReturnedOf(world, invoice));

    private long LimitOfTopUp(Payment payment, Invoice invoice) =>
        Math.Min(payment.RefundableMinor, TopUpRefund.Limit(ToppedUp(invoice), world.Books.FundsOf(invoice.CustomerId)));

    private ToppedUp ToppedUp(Invoice invoice) => new(
        invoice.TotalMinor,
        invoice.BonusMinor,
        RefundsOf(world, invoice).Sum(refund => refund.AmountMinor),
        RefundsOf(world, invoice).Sum(refund => refund.BonusMinor + refund.DeductedMinor));

    private Refund? BeginSale(Payment payment, Invoice invoice, long amount)
    {
        if (amount <= 0 || !Unfreeze(invoice))
        {
            return null;
        }

        var isOfBalance = payment.Method != PaymentMethod.Gateway;
        var earlier = RefundsOf(world, invoice).Where(refund => refund.PaymentId == payment.Id).ToList();
        var taxes = RefundTaxes.Of(invoice, ReturnedOf(world, invoice), TaxesOf(world, invoice), amount);
        var refund = Reserve(payment, amount, new RefundDraft(
            RefundSource.Invoice, isOfBalance ? RefundMethod.Balance : RefundMethod.Gateway, amount, SurchargeOf(payment, amount), taxes, "test", world.Ids.Token(), world.Ids.Token())
        {
            BonusMinor = payment.Applied.Share(payment.RefundedMinor + amount).Bonus - earlier.Sum(other => other.BonusMinor),
        });
        Keep(invoice);
        if (isOfBalance)
        {
            Succeed(refund);
        }

        return refund;
    }

    private Refund? BeginTopUp(Payment payment, Invoice invoice, long amount)
    {
        if (amount <= 0)
        {
            return null;
        }

        var parts = TopUpRefund.Of(ToppedUp(invoice), amount, world.Books.FundsOf(invoice.CustomerId));
        return Reserve(payment, amount, new RefundDraft(
            RefundSource.TopUp, RefundMethod.Gateway, amount, SurchargeOf(payment, amount), [], "test", world.Ids.Token(), world.Ids.Token())
        {
            BonusMinor = parts.FromBonus,
            DeductedMinor = parts.Deducted,
        });
    }

    /// <summary>What was missing for a tariff change lies in its purchase: that is refunded first, wholly by all of it, by a part in part.</summary>
    private Refund? BeginChange(Payment payment, Invoice invoice, long wish)
    {
        if (payment.Method != PaymentMethod.Gateway)
        {
            return null;
        }

        var change = world.Changes.First(row => row.InvoiceId == invoice.Id);
        var purchase = world.Payments.First(row => row.InvoiceId == change.PurchaseId);
        var left = LimitOfSale(purchase, world.InvoiceOf(purchase.InvoiceId));
        var amount = Math.Min(wish, payment.RefundableMinor);
        if (amount > 0 && left > 0)
        {
            BeginSale(purchase, world.InvoiceOf(purchase.InvoiceId), amount == invoice.TotalMinor ? left : Math.Min(left, amount));
        }

        return BeginTopUp(payment, invoice, Math.Min(amount, LimitOfTopUp(payment, invoice)));
    }

    private Refund Reserve(Payment payment, long amount, RefundDraft draft)
    {
        var refund = Refund.Reserve(world.Ids.New<Refund>(), payment, draft, world.Now);
        payment.ReserveRefund(amount, draft.SurchargeMinor);
        world.Refunds.Add(refund);
        world.Books.Book(Cause(EntryKind.RefundReserved, refund), world.Now, Bookings.Refund(refund, payment, TransferPhase.Pending));
        return refund;
    }

    private static long SurchargeOf(Payment payment, long amount) =>
        Surcharge.ToReturn(payment.SurchargeMinor, payment.AppliedMinor, payment.RefundedMinor + amount, payment.SurchargeReturnedMinor);

    /// <summary>A credit that waits for its tariff change is frozen: the change gives way to the refund.</summary>
    private bool Unfreeze(Invoice invoice) => world.Changes
        .Where(change => change.State == PlanChangeState.Awaiting)
        .Where(change => world.Subscriptions.SelectMany(row => row.Periods).Any(period => period.InvoiceId == invoice.Id && change.Credits.Any(credit => credit.PeriodId == period.Id)))
        .ToList()
        .TrueForAll(change => cashier.Close(world.InvoiceOf(change.InvoiceId!.Value), InvoiceStatus.Cancelled));

    /// <summary>What is on its way back counts as paid no more.</summary>
    private void Keep(Invoice invoice)
    {
        var paid = world.PaymentsOf(invoice).Aggregate(FundsPart.Nothing, (sum, payment) => sum + payment.Applied);
        var returned = RefundsOf(world, invoice).Aggregate(FundsPart.Nothing, (sum, refund) => sum + FundsPart.Of(refund.AmountMinor, refund.AmountMinor - refund.BonusMinor));
        if (invoice.Purpose == InvoicePurpose.Sale)
        {
            var periods = world.Subscriptions.SelectMany(row => row.Periods).Where(period => period.InvoiceId == invoice.Id);
            var credited = periods.ToDictionary(period => period.InvoiceLineId, period => period.CreditedMinor);
            foreach (var (line, remaining) in LineShares.Left(invoice, paid, returned, credited))
            {
                world.Subscriptions.FirstOrDefault(row => row.Id == line.SubscriptionId)?.Keep(line.Id, remaining);
            }
        }
    }

    private void TakeBack(Invoice invoice)
    {
        foreach (var subscription in world.Subscriptions)
        {
            var periods = subscription.Periods.Where(period => period.InvoiceId == invoice.Id && period.Status == ServicePeriodStatus.Paid).ToList();
            if (periods.Count > 0)
            {
                subscription.TakeBack(periods, world.Calendar, world.Now);
            }
        }
    }

    private static EntryCause Cause(EntryKind kind, Refund refund) =>
        new(kind, refund.Id.Value) { RefundId = refund.Id, PaymentId = refund.PaymentId, InvoiceId = refund.InvoiceId };
}
