using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Plugins;

namespace BillingHeadless.Tests.Domain.Support;

/// <summary>Services to test rules with: one product, plans, and a customer in Kyiv.</summary>
public sealed class ServiceSamples
{
    public ServiceSamples()
    {
        Product = Base.Product(ProductKind.Service);
        Customer = Ids.New<Customer>();
    }

    public Samples Base { get; } = new();

    public IdSource Ids => Base.Ids;

    public Product Product { get; }

    public Id<Customer> Customer { get; }

    public static DateTimeOffset Noon(string date) => Samples.Kyiv.StartOf(DateOnly.Parse(date)).AddHours(12);

    public static DateOnly Day(string date) => DateOnly.Parse(date);

    public Plan Plan(long price = 30_000, PlanBilling billing = PlanBilling.Prepaid, string currency = "UAH", int? userLimit = null, Product? product = null) =>
        BillingHeadless.Domain.Catalog.Plan.Create(
            Ids.New<Plan>(),
            Base.Merchant,
            (product ?? Product).Id,
            new PlanDraft
            {
                Name = "Pro",
                Price = new Money(price, new Currency(currency)),
                Billing = billing,
                Terms = [new PlanTerm(12, 2_000), new PlanTerm(1), new PlanTerm(3)],
                UserLimit = userLimit,
            },
            Samples.Now);

    public Subscription Subscription(Plan plan, string created = "2026-01-31", int quantity = 1) => BillingHeadless.Domain.Subscriptions.Subscription.Create(
        Ids.New<Subscription>(), Customer, plan, new SubscriptionDraft(1, quantity), Samples.Kyiv, Noon(created));

    /// <summary>A prepaid service, paid for from a day on.</summary>
    public Subscription Paid(Plan plan, string day = "2026-01-31", int months = 1, FundsPart? paid = null)
    {
        var subscription = Subscription(plan, day);
        Pay(subscription, plan, Noon(day), months, paid);
        return subscription;
    }

    public ServicePeriod Pay(Subscription subscription, Plan plan, DateTimeOffset now, int months = 1, FundsPart? paid = null) => subscription.Pay(
        Ids.New<ServicePeriod>(), Term(plan, months, paid), plan, Samples.Kyiv, now);

    public PaidTerm Term(Plan plan, int months = 1, FundsPart? paid = null) =>
        new(Ids.New<Invoice>(), Ids.New<InvoiceLine>(), plan.Id, months, paid ?? new FundsPart(plan.PriceMinor * months, 0));
}
