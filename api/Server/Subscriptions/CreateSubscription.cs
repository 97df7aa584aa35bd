using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Domain.Usage;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Usage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Subscriptions;

/// <summary>What a customer subscribes to.</summary>
public sealed record CreateSubscriptionRequest
{
    [Line(Limits.CodeLength)]
    public required string CustomerId { get; init; }

    /// <summary>A plan of a service.</summary>
    [Line(Limits.CodeLength)]
    public required string PlanId { get; init; }

    /// <summary>Of what is paid ahead: the first term, and the one that it is extended by; the plan's shortest when left out.</summary>
    public int? Months { get; init; }

    public int Quantity { get; init; } = 1;

    /// <summary>None when left out.</summary>
    public AutoPayBody? AutoPay { get; init; }

    /// <summary>Add-ons of the plan that are on from the beginning.</summary>
    [Count(UsagePrice.MaximumMeters), EachLine(UsagePrice.MaximumNameLength)]
    public IReadOnlyList<string> AddOns { get; init; } = [];
}

public sealed class CreateSubscription(OnceWriter writer, ServiceInvoices invoices, IdSource ids, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/subscriptions", ([FromServices] CreateSubscription endpoint, CreateSubscriptionRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(request, call, cancel))
        .Is(nameof(CreateSubscription), "Services", "Subscribes a customer to a service: what is paid ahead begins when its first invoice is paid, what is paid after use at once.")
        .ForKey("orders:write")
        .Once()
        .Makes<SubscriptionView>()
        .Refuses(
            CustomerRefusals.NotFound,
            CatalogRefusals.PlanNotFound,
            SubscriptionRefusals.NotAService,
            SubscriptionRefusals.SavedMethodsOff,
            SubscriptionRefusals.SavedCardMissing,
            SubscriptionRefusals.AutoPayNotNeeded,
            SubscriptionRefusals.AddOnNotOffered,
            OrderRefusals.TermNotOffered,
            OrderRefusals.QuantityNotAllowed,
            OrderRefusals.AmountTooLarge);

    public Task<IResult> Handle(CreateSubscriptionRequest request, Call call, CancellationToken cancel) => writer.Write<SubscriptionView>(
        call,
        Turn.OfCustomer(new Id<Customer>(request.CustomerId)),
        async (db, token) =>
        {
            if (await db.Customers.ById(request.CustomerId, token) is not { } customer)
            {
                return CustomerRefusals.NotFound;
            }

            if (await db.Plans.ById(request.PlanId, token) is not { OnSale: true } plan)
            {
                return CatalogRefusals.PlanNotFound;
            }

            var product = await db.Products.SingleAsync(row => row.Id == plan.ProductId, token);
            if (product.Kind != ProductKind.Service || plan.Interval != PlanInterval.Month)
            {
                return SubscriptionRefusals.NotAService;
            }

            return await Subscribe(db, customer, plan, request, call, token);
        },
        cancel);

    private async Task<Answer<SubscriptionView>> Subscribe(
        BillingDb db, Customer customer, Plan plan, CreateSubscriptionRequest request, Call call, CancellationToken cancel)
    {
        if (SubscriptionRules.Refuse(plan, request.Months, request.Quantity) is { } notPossible)
        {
            return notPossible;
        }

        var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
        var now = clock.NowOf(merchant);
        var months = request.Months ?? plan.ShortestTerm;
        var subscription = Subscription.Create(ids.New<Subscription>(), customer.Id, plan, new SubscriptionDraft(months, request.Quantity), merchant.Calendar(), now);
        if (await Choose(db, merchant, plan, subscription, request, new Choice(call.Caller, now), cancel) is { } refusal)
        {
            return refusal;
        }

        db.Subscriptions.Add(subscription);
        if (await Begin(db, merchant, subscription, cancel) is { } notBegun)
        {
            return notBegun;
        }

        ServiceFulfilment.Tell(db, subscription, EventTypes.SubscriptionCreated, now);
        return Answer<SubscriptionView>.Made(() => SubscriptionView.Of(subscription, merchant, now), $"/v1/subscriptions/{subscription.Id}");
    }

    private static async Task<Refusal?> Choose(
        BillingDb db, Merchant merchant, Plan plan, Subscription subscription, CreateSubscriptionRequest request, Choice choice, CancellationToken cancel) =>
        await AutoPayChoice.Make(db, merchant, subscription, request.AutoPay ?? AutoPayBody.None, choice, cancel)
        ?? AddOnRules.Choose(subscription, plan.UsagePrices, request.AddOns, merchant.Calendar().DateOf(choice.Now));

    /// <summary>What is paid ahead waits for its first invoice; of what is paid after use the first month is closed when it is over.</summary>
    private async Task<Refusal?> Begin(BillingDb db, Merchant merchant, Subscription subscription, CancellationToken cancel)
    {
        if (subscription.IsPostpaid)
        {
            db.Outbox.Plan(ChargeUsage.For(subscription, Month.Of(subscription.Anchor), merchant));
            return null;
        }

        return (await invoices.Issue(db, merchant, subscription, subscription.TermMonths, cancel)).Refusal;
    }
}
