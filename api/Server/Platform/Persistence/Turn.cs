using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Documents;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Licences;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Domain.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Platform.Persistence;

/// <summary>
/// Whose money a write decides about. The writes of one customer come one after the other, on however many nodes: what such a write reads
/// belongs together, and still holds when it commits. Writes of different customers do not wait for each other.
/// </summary>
/// <param name="Customers">One, as a rule; all whom a bank's statement names.</param>
public sealed record Turn(Func<BillingDb, IQueryable<Id<Customer>>>? Customers)
{
    /// <summary>Of a write that decides about nobody's money.</summary>
    public static Turn Nobodys { get; } = new(Customers: null);

    public static Turn OfCustomer(Id<Customer> id) => new(db => db.Customers.Where(row => row.Id == id).Select(row => row.Id));

    public static Turn Of(Id<Document> id) => new(db => db.Documents.Where(row => row.Id == id).Select(row => row.CustomerId));

    public static Turn Of(Id<Invoice> id) => new(db => db.Invoices.Where(row => row.Id == id).Select(row => row.CustomerId));

    public static Turn Of(Id<Licence> id) => new(db => db.Licences.Where(row => row.Id == id).Select(row => row.CustomerId));

    public static Turn Of(Id<Order> id) => new(db => db.Orders.Where(row => row.Id == id).Select(row => row.CustomerId));

    public static Turn Of(Id<Payment> id) => new(db => db.Payments.Where(row => row.Id == id).Select(row => row.CustomerId));

    public static Turn Of(Id<Refund> id) => new(db => Of(db, db.Refunds.Where(row => row.Id == id)));

    public static Turn Of(Id<SavedCard> id) => new(db => db.SavedCards.Where(row => row.Id == id).Select(row => row.CustomerId));

    public static Turn Of(Id<Subscription> id) => new(db => db.Subscriptions.Where(row => row.Id == id).Select(row => row.CustomerId));

    /// <summary>The reference under which a gateway knows a payment or a refund.</summary>
    public static Turn OfReference(string reference) => new(db => db.Payments
        .Where(row => row.MerchantReference == reference)
        .Select(row => row.CustomerId)
        .Concat(Of(db, db.Refunds.Where(row => row.MerchantReference == reference))));

    private static IQueryable<Id<Customer>> Of(BillingDb db, IQueryable<Refund> refunds) =>
        refunds.Join(db.Payments, refund => refund.PaymentId, payment => payment.Id, (_, payment) => payment.CustomerId);
}
