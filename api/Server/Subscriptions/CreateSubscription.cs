using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Subscriptions;

/// <summary>What a customer subscribes to.</summary>
public sealed record CreateSubscriptionRequest
{
    [Line(Limits.CodeLength)]
    public required string CustomerId { get; init; }

    /// <summary>A prepaid plan of a service.</summary>
    [Line(Limits.CodeLength)]
    public required string PlanId { get; init; }

    /// <summary>The first term, and the one that it is extended by; the plan's shortest when left out.</summary>
    public int? Months { get; init; }

    public int Quantity { get; init; } = 1;

    /// <summary>None when left out.</summary>
    public AutoPayBody? AutoPay { get; init; }
}

public sealed class CreateSubscription(OnceWriter writer, ServiceInvoices invoices, IdSource ids, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/subscriptions", ([FromServices] CreateSubscription endpoint, CreateSubscriptionRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(request, call, cancel))
        .Is(nameof(CreateSubscription), "Services", "Subscribes a customer to a service; it begins when its first invoice is paid.")
        .ForKey("orders:write")
        .Once()
        .Makes<SubscriptionView>()
        .Refuses(
            CustomerRefusals.NotFound,
            CatalogRefusals.PlanNotFound,
            SubscriptionRefusals.NotAService,
            SubscriptionRefusals.SavedMethodsOff,
            SubscriptionRefusals.SavedCardMissing,
            OrderRefusals.TermNotOffered,
            OrderRefusals.QuantityNotAllowed,
            OrderRefusals.AmountTooLarge);

    public Task<IResult> Handle(CreateSubscriptionRequest request, Call call, CancellationToken cancel) => writer.Write<SubscriptionView>(
        call,
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
            if (product.Kind != ProductKind.Service || plan.Interval != PlanInterval.Month || plan.Billing != PlanBilling.Prepaid)
            {
                return SubscriptionRefusals.NotAService;
            }

            return await Subscribe(db, customer, plan, request, call, token);
        },
        cancel);

    private async Task<Answer<SubscriptionView>> Subscribe(
        BillingDb db, Customer customer, Plan plan, CreateSubscriptionRequest request, Call call, CancellationToken cancel)
    {
        var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
        var now = clock.NowOf(merchant);
        var months = request.Months ?? plan.ShortestTerm;
        var subscription = Subscription.Create(ids.New<Subscription>(), customer.Id, plan, new SubscriptionDraft(months, request.Quantity), merchant.Calendar(), now);
        if (await AutoPayChoice.Make(db, merchant, subscription, request.AutoPay ?? AutoPayBody.None, new Choice(call.Caller, now), cancel) is { } refusal)
        {
            return refusal;
        }

        db.Subscriptions.Add(subscription);
        if ((await invoices.Issue(db, merchant, subscription, months, cancel)).Refused(out refusal))
        {
            return refusal;
        }

        ServiceFulfilment.Tell(db, subscription, EventTypes.SubscriptionCreated, now);
        return Answer<SubscriptionView>.Made(() => SubscriptionView.Of(subscription), $"/v1/subscriptions/{subscription.Id}");
    }
}
