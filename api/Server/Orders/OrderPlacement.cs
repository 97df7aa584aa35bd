using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Invoices;
using BillingHeadless.Server.Licences;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Orders;

/// <summary>
/// Places an order, for the API and for the hosted checkout alike. Everything is decided first; a refused order registers
/// nobody and stores no consent (ruling 26).
/// </summary>
public sealed class OrderPlacement(BuyerFinder buyers, IdSource ids, Clock clock)
{
    public async Task<Result<PlacedOrder>> Place(BillingDb db, OrderRequest request, Call call, CancellationToken cancel)
    {
        var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
        var decision = await Decide(db, request, call, merchant, cancel);
        return decision.Refused(out var refusal) ? refusal : await Carry(db, request, call, merchant, decision.Value, cancel);
    }

    private static async Task<Result<Decision>> Decide(
        BillingDb db, OrderRequest request, Call call, Merchant merchant, CancellationToken cancel)
    {
        var cart = await CartReader.Read(db, request.Items, call.Caller, cancel);
        if (cart.Refused(out var refusal))
        {
            return refusal;
        }

        var form = OrderFormReader.Read(request, cart.Value, merchant);
        if (form.Refused(out refusal))
        {
            return refusal;
        }

        var quote = OrderPricing.Price(cart.Value, merchant.Settings.Tax, form.Value.Locale);
        if (quote.Refused(out refusal))
        {
            return refusal;
        }

        var buyer = await BuyerFinder.Find(db, request, form.Value, call.Caller, cancel);
        if (buyer.Refused(out refusal))
        {
            return refusal;
        }

        var agreements = await ConsentCheck.Check(db, request.Consents, cart.Value, cancel);
        return agreements.Refused(out refusal)
            ? refusal
            : new Decision(cart.Value, form.Value, quote.Value, buyer.Value, agreements.Value);
    }

    private async Task<Result<PlacedOrder>> Carry(
        BillingDb db, OrderRequest request, Call call, Merchant merchant, Decision decision, CancellationToken cancel)
    {
        var now = clock.NowOf(merchant);
        if (await LicenceExtensions.Check(db, request.Items, decision.Cart, decision.Form.Portal, now, cancel) is { } refusal)
        {
            return refusal;
        }

        var customer = decision.Buyer.CustomerId ?? await buyers.Register(db, merchant, decision.Form, now, cancel);
        var order = Order.Place(ids.New<Order>(), merchant.Id, customer, ids.New<Invoice>(), decision.Form, now);
        var invoice = Invoice.Issue(
            order.InvoiceId, order, decision.Quote, ids, merchant.Calendar(), merchant.Settings.InvoiceValidityDays, now);
        db.Orders.Add(order);
        db.Invoices.Add(invoice);
        db.Consents.AddRange(ConsentCheck.Record(decision.Agreements, request, order, call, ids, now));
        Announce(db, order, invoice, now);
        return new PlacedOrder(order, invoice);
    }

    private static void Announce(BillingDb db, Order order, Invoice invoice, DateTimeOffset now)
    {
        db.Outbox.Number(CounterRow.Orders, order.TakeNumber);
        db.Outbox.Number(CounterRow.Invoices(invoice.NumberYear), invoice.TakeNumber);
        db.Outbox.Announce(new EventDraft(EventTypes.OrderCreated, now, () => OrderEvent.Of(order, invoice)));
        db.Outbox.Announce(new EventDraft(EventTypes.InvoiceCreated, now, () => InvoiceEvent.Of(invoice)));
        db.Outbox.Plan(ExpireInvoice.For(invoice));
    }

    private sealed record Decision(
        IReadOnlyList<PricedItem> Cart, OrderForm Form, Quote Quote, Buyer Buyer, IReadOnlyList<Agreement> Agreements);
}

/// <summary>A new order with its invoice.</summary>
public sealed record PlacedOrder(Order Order, Invoice Invoice);
