using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Journal;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Ledger;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Persistence;

namespace BillingHeadless.Server.Balances;

/// <summary>Takes a part of a customer's funds for an invoice: a payment that is done at once.</summary>
public sealed class FundsTaking(Books books, IdSource ids, Clock clock)
{
    /// <param name="db">The write.</param>
    /// <param name="invoice">What is paid.</param>
    /// <param name="payer">Whose funds.</param>
    /// <param name="part">How much money and how much bonus.</param>
    /// <param name="method">As it was asked for.</param>
    /// <param name="isFrozen">Whether the part was put aside for this before, so that it is taken whatever debt there is.</param>
    /// <param name="now">When.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Payment> Take(
        BillingDb db, Invoice invoice, Id<Customer> payer, FundsPart part, PaymentMethod method, bool isFrozen, DateTimeOffset now, CancellationToken cancel)
    {
        var payment = Payment.FromFunds(ids.New<Payment>(), invoice, new FundsDraft(method, payer, part, ids.Token()), now, clock.Now());
        db.Payments.Add(payment);
        var cause = new EntryCause(EntryKind.PaidFromBalance, payment.Id.Value) { PaymentId = payment.Id, InvoiceId = invoice.Id };
        await books.Book(db, cause, now, CustomerBookings.Paid(payer, invoice, part, isFrozen), cancel, moved => OperationParts.Paid(invoice, -moved.Total));
        db.Outbox.Announce(new EventDraft(EventTypes.PaymentSucceeded, now, () => PaymentEvent.Of(payment)));
        return payment;
    }
}
