using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Payments;

namespace BillingHeadless.Server.Hosted.Accounts.Services;

/// <summary>A service as its customer reads it (D1).</summary>
public sealed record ServiceCard
{
    /// <summary>A service that was cancelled and runs to the end of what is paid.</summary>
    private const string Ending = "ending";

    public required string Id { get; init; }

    public required string Product { get; init; }

    public required string Plan { get; init; }

    /// <summary>As the texts name it.</summary>
    public required string State { get; init; }

    /// <summary>Whether it can be used.</summary>
    public required bool On { get; init; }

    public required int Quantity { get; init; }

    public string? Users { get; init; }

    /// <summary>The last day that is paid; null as long as nothing was.</summary>
    public string? LastDay { get; init; }

    /// <summary>What the term costs that it is extended by; null when it is not sold for it any more.</summary>
    public string? Price { get; init; }

    public string? Term { get; init; }

    /// <summary>How it is extended by itself, as the texts name it; null when it is not extended.</summary>
    public string? AutoPay { get; init; }

    /// <summary>What happens next by itself.</summary>
    public string? Next { get; init; }

    public required string Url { get; init; }

    public OpenInvoice? Invoice { get; init; }

    /// <summary>Whether it can stand in a new invoice.</summary>
    public required bool Extendable { get; init; }

    public static ServiceCard Of(AccountVisit visit, Subscription service, ServiceFacts facts)
    {
        var plan = facts.Plan;
        var price = service.IsPostpaid ? null : ServicePrices.Of(visit, service, facts.Product, plan, service.TermMonths);
        var isKept = service is { CancelledAt: null, State: not SubscriptionState.Cancelled };
        return new ServiceCard
        {
            Id = service.Id.Value,
            Product = facts.Product.NameIn(visit.Visit.Language.Code),
            Plan = plan.NameIn(visit.Visit.Language.Code),
            State = service.State.IsOn() && !isKept ? Ending : OutcomeNames.Of(service.State),
            On = service.State.IsOn(),
            Quantity = service.Quantity,
            Users = service.UserLimit is { } limit ? visit.Texts.Counted("offer.users", limit) : null,
            LastDay = service.PaidUntil is { } end ? visit.Wording.LastDay(end) : null,
            Price = service.IsPostpaid ? visit.Wording.Money(plan.Price) : price is null ? null : visit.Wording.Money(price.GrossMinor, plan.Currency),
            Term = visit.Wording.Term(service.IsPostpaid ? 1 : service.TermMonths),
            AutoPay = service.IsPostpaid || !isKept ? null : OutcomeNames.Of(service.AutoPay),
            Next = isKept ? NextCharge.Of(visit, service, facts.Open, price) : null,
            Url = visit.PathOf($"{AccountSections.Services}/{service.Id}"),
            Invoice = facts.Open is { } open ? OpenInvoice.Of(visit, open, facts.PayPath!) : null,
            Extendable = isKept && !service.IsPostpaid && facts.Open is null,
        };
    }
}

/// <summary>What stands around a service.</summary>
/// <param name="Product">What it is.</param>
/// <param name="Plan">Its tariff.</param>
/// <param name="Open">Its open invoice.</param>
/// <param name="PayPath">Where that is paid.</param>
public sealed record ServiceFacts(Product Product, Plan Plan, Invoice? Open, string? PayPath);

/// <summary>An invoice that waits to be paid.</summary>
public sealed record OpenInvoice(string Number, string Due, string Through, string Url)
{
    public static OpenInvoice Of(AccountVisit visit, Invoice invoice, string payPath) =>
        new(invoice.NumberText, visit.Wording.Money(invoice.Due), visit.Wording.LastDay(invoice.DueAt), payPath);
}

/// <summary>What a service takes next by itself, and when: in words.</summary>
public static class NextCharge
{
    public static string? Of(AccountVisit visit, Subscription service, Invoice? open, QuoteLine? price) => service switch
    {
        { IsPostpaid: true } => visit.Texts.Text("services.next.postpaid"),
        _ when !service.State.IsOn() || service.EndsOn is null => null,
        { AutoPay: AutoPayMethod.None } => visit.Texts.Text("services.next.none"),
        { AutoPay: AutoPayMethod.Invoice } when open is not null => visit.Texts.Text("services.next.open"),
        _ when open is null && price is null => visit.Texts.Text("services.next.none"),
        _ => visit.Texts.Text(
            $"services.next.{OutcomeNames.Of(service.AutoPay)}",
            ("date", DayOf(visit, service)),
            ("price", visit.Wording.Money(open?.DueMinor ?? price!.GrossMinor, service.Currency))),
    };

    private static string DayOf(AccountVisit visit, Subscription service) => service.AutoPay == AutoPayMethod.Invoice
        ? visit.Wording.Date(Renewal.InvoiceAt(service.EndsOn!.Value, visit.Merchant.Settings.InvoiceLeadDays, visit.Merchant.Calendar()))
        : visit.Wording.Date(service.EndsOn!.Value);
}
