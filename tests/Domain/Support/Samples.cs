using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins;

namespace BillingHeadless.Tests.Domain.Support;

/// <summary>A small business to test rules with: one merchant, its products, an order, an invoice.</summary>
public sealed class Samples(int seed = 1)
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    public static readonly Currency Hryvnia = new("UAH");
    public static readonly Calendar Kyiv = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Kyiv"));

    public IdSource Ids { get; } = new(TimeProvider.System, new SeededChance(seed));

    public Id<Merchant> Merchant { get; } = new("mer_00000000000000000000000000");

    public Product Product(ProductKind kind = ProductKind.Licence) =>
        BillingHeadless.Domain.Catalog.Product.Create(Ids.New<Product>(), Merchant, "Module", kind, [], new Dictionary<string, ProductText>(), Now);

    public Plan Plan(Product product, long price = 19_900, int taxRate = 2_000, string currency = "UAH", PlanInterval interval = PlanInterval.Month) =>
        BillingHeadless.Domain.Catalog.Plan.Create(
            Ids.New<Plan>(),
            Merchant,
            product.Id,
            new PlanDraft
            {
                Name = "Pro",
                Price = new Money(price, new Currency(currency)),
                Interval = interval,
                TaxRateBasisPoints = taxRate,
                Terms = interval == PlanInterval.Once ? [] : [new PlanTerm(1), new PlanTerm(12, 2_000), new PlanTerm(24, 3_000, PartnerOnly: true)],
            },
            Now);

    public PricedItem Item(long price = 19_900, int months = 1, int quantity = 1, int taxRate = 2_000, ProductKind kind = ProductKind.Licence)
    {
        var product = Product(kind);
        return new PricedItem(product, Plan(product, price, taxRate), months, quantity);
    }

    public Invoice Invoice(params PricedItem[] items)
    {
        var quote = OrderPricing.Price(items, new TaxSettings { Registered = true }, "en").Value;
        var form = new OrderForm { Contact = new Contact { Email = "buyer@firm.example" }, Fields = new Dictionary<string, string>(), Locale = "en", Portal = "firm.bitrix24.ua" };
        var order = Order.Place(Ids.New<Order>(), Merchant, Ids.New<Customer>(), Ids.New<Invoice>(), form, Now);
        return BillingHeadless.Domain.Invoices.Invoice.Issue(order.InvoiceId, order, quote, Ids, Kyiv, 7, Now);
    }

    public Payment Payment(Invoice invoice, long? amount = null, long surcharge = 0) => BillingHeadless.Domain.Payments.Payment.Start(
        Ids.New<Payment>(), invoice, new PaymentDraft("sandbox", "1.0.0", amount ?? invoice.TotalMinor, surcharge, Ids.Token(), Ids.Token(), null), Now, Now);

    public Refund Refund(Payment payment, Invoice invoice, IReadOnlyList<Refund> earlier, long amount) => BillingHeadless.Domain.Payments.Refund.Reserve(
        Ids.New<Refund>(),
        payment,
        new RefundDraft(RefundSource.Invoice, RefundMethod.Gateway, amount, 0, RefundTaxes.Of(invoice, earlier, amount), "test", Ids.Token(), Ids.Token()),
        Now);
}
