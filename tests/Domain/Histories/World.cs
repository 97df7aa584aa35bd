using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Domain.PlanChanges;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Domain.Usage;
using BillingHeadless.Plugins;
using BillingHeadless.Tests.Domain.Support;

namespace BillingHeadless.Tests.Domain.Histories;

/// <summary>A merchant with customers, services and books, all in memory and all from one seed.</summary>
public sealed class World
{
    private static readonly string[] Zones = ["Europe/Kyiv", "America/New_York", "Asia/Almaty", "Australia/Lord_Howe", "America/Sao_Paulo"];
    private static readonly Currency Hryvnia = new("UAH");

    public World(int seed)
    {
        Random = new Random(seed);
        Ids = new IdSource(new StandingTime(), new SeededChance(seed));
        Merchant = Ids.New<Merchant>();
        Calendar = new Calendar(TimeZoneInfo.FindSystemTimeZoneById(Zones[Random.Next(Zones.Length)]));
        Now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(Random.Next(0, 60 * 24 * 400));
        Settings = new MerchantSettings
        {
            Tax = new TaxSettings { Registered = Random.Next(4) > 0 },
            SurplusPolicy = SurplusPolicy.Balance,
            BalanceBelowZero = Random.Next(3) > 0,
            BonusTiers = Random.Next(2) == 0 ? [] : [new BonusTier(10_000, 300), new BonusTier(50_000, 1_000)],
        };
        Product = Product.Create(Ids.New<Product>(), Merchant, "CRM", ProductKind.Service, [], new Dictionary<string, ProductText>(), Now);
        Plans = [Plan(1_900), Plan(4_999), Plan(333), Plan(120_000)];
        Postpaid = Plan(1_900, PlanBilling.Postpaid);
        Customers = [.. Enumerable.Range(0, Random.Next(1, 3)).Select(_ => Ids.New<Customer>())];
        Books = new MemoryBooks(Ids, Merchant, Hryvnia);
    }

    public Random Random { get; }

    public IdSource Ids { get; }

    public Id<Merchant> Merchant { get; }

    public Calendar Calendar { get; }

    public MerchantSettings Settings { get; }

    public DateTimeOffset Now { get; set; }

    public DateOnly Today => Calendar.DateOf(Now);

    public Product Product { get; }

    public IReadOnlyList<Plan> Plans { get; }

    public Plan Postpaid { get; }

    public IReadOnlyList<Id<Customer>> Customers { get; }

    public MemoryBooks Books { get; }

    public List<Subscription> Subscriptions { get; } = [];

    public List<Invoice> Invoices { get; } = [];

    public List<Payment> Payments { get; } = [];

    public List<Refund> Refunds { get; } = [];

    public List<PlanChange> Changes { get; } = [];

    public List<UsageRecord> Records { get; } = [];

    public List<UsageCharge> Charges { get; } = [];

    /// <summary>What the gateway really took and gave back, told by nobody but itself.</summary>
    public long TakenOutside { get; set; }

    public long ReturnedOutside { get; set; }

    public Plan PlanOf(Id<Plan> id) => id == Postpaid.Id ? Postpaid : Plans.First(plan => plan.Id == id);

    public Invoice InvoiceOf(Id<Invoice> id) => Invoices.First(invoice => invoice.Id == id);

    public Invoice? OpenInvoiceOf(Subscription subscription) => subscription.OpenInvoiceId is { } id ? InvoiceOf(id) : null;

    public IReadOnlyList<Payment> PaymentsOf(Invoice invoice) => [.. Payments.Where(payment => payment.InvoiceId == invoice.Id)];

    public bool IsUndecided(Invoice? invoice) => invoice is not null && Payments.Any(payment => payment.InvoiceId == invoice.Id && payment.IsUndecided);

    public Quote Price(Subscription subscription, Plan plan, int months) => OrderPricing.Price(
        [new PricedItem(Product, plan, months, subscription.Quantity) { SubscriptionId = subscription.Id }], Settings.Tax, "en").Value;

    public Invoice Issue(Id<Customer> customer, InvoicePurpose purpose, Quote quote, DateTimeOffset? expiresBy = null)
    {
        var draft = new InvoiceDraft(Merchant, customer, purpose, "en") { ExpiresBy = expiresBy };
        var invoice = Invoice.Issue(Ids.New<Invoice>(), draft, quote, Ids, Calendar, Settings.InvoiceValidityDays, Now);
        Invoices.Add(invoice);
        return invoice;
    }

    public T? Any<T>(IEnumerable<T> from)
        where T : class
    {
        var all = from.ToList();
        return all.Count == 0 ? null : all[Random.Next(all.Count)];
    }

    private Plan Plan(long price, PlanBilling billing = PlanBilling.Prepaid) => BillingHeadless.Domain.Catalog.Plan.Create(
        Ids.New<Plan>(),
        Merchant,
        Product.Id,
        new PlanDraft
        {
            Name = $"Plan {price}",
            Price = new Money(price, Hryvnia),
            Billing = billing,
            TaxRateBasisPoints = 2_000,
            Terms = [new PlanTerm(1), new PlanTerm(3, 500), new PlanTerm(12, 2_000)],
            UsagePrices = billing == PlanBilling.Prepaid
                ? []
                : [new("telegram", MeterKind.AddOn, 700), new("users", MeterKind.Daily, 250, Included: 1), new("sms", MeterKind.Counted, 9, Included: 10, PerUnits: 2)],
        },
        Now);

    /// <summary>Ids need a clock; nothing is decided by it.</summary>
    private sealed class StandingTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;
    }
}
