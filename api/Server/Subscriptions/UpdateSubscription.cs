using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Domain.Usage;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Subscriptions;

/// <summary>What is to change; null puts it back to none.</summary>
public sealed record UpdateSubscriptionRequest
{
    public Patch<AutoPayBody> AutoPay { get; init; }

    /// <summary>The add-ons of the plan that are to be on: others are switched off. Each counts the days on which it was on for any moment.</summary>
    [Count(UsagePrice.MaximumMeters), EachLine(UsagePrice.MaximumNameLength)]
    public Patch<IReadOnlyList<string>> AddOns { get; init; }
}

public sealed class UpdateSubscription(OnceWriter writer, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPatch("/v1/subscriptions/{id}", ([FromServices] UpdateSubscription endpoint, string id, UpdateSubscriptionRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(id, request, call, cancel))
        .Is(nameof(UpdateSubscription), "Services", "Changes how a service is extended by itself, and which add-ons are on.")
        .ForKey("orders:write", orCustomer: true)
        .Once()
        .Gives<SubscriptionView>()
        .Refuses(
            SubscriptionRefusals.NotFound,
            SubscriptionRefusals.Ended,
            CustomerRefusals.AdministratorNeeded,
            SubscriptionRefusals.SavedMethodsOff,
            SubscriptionRefusals.SavedCardMissing,
            SubscriptionRefusals.AutoPayNotNeeded,
            SubscriptionRefusals.AddOnNotOffered);

    public Task<IResult> Handle(string id, UpdateSubscriptionRequest request, Call call, CancellationToken cancel) => writer.Write<SubscriptionView>(
        call,
        Turn.Of(new Id<Subscription>(id)),
        async (db, token) =>
        {
            if (await SubscriptionFinder.Find(db, id, call.Caller, token) is not { } subscription)
            {
                return SubscriptionRefusals.NotFound;
            }

            if (!call.Caller.IsAdministrator)
            {
                return CustomerRefusals.AdministratorNeeded;
            }

            if (!call.HasSeen(subscription))
            {
                return HttpRefusals.VersionDiffers;
            }

            if (subscription is { State: SubscriptionState.Cancelled } or { CancelledAt: not null })
            {
                return SubscriptionRefusals.Ended;
            }

            var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, token);
            var now = clock.NowOf(merchant);
            return (await SwitchAddOns(db, merchant, subscription, request, now, token)
                ?? await ChangeAutoPay(db, merchant, subscription, request, new Choice(call.Caller, now), token)) is { } refusal
                ? refusal
                : Answer<SubscriptionView>.Found(() => SubscriptionView.Of(subscription, merchant, now));
        },
        cancel);

    private static async Task<Refusal?> SwitchAddOns(
        BillingDb db, Merchant merchant, Subscription subscription, UpdateSubscriptionRequest request, DateTimeOffset now, CancellationToken cancel)
    {
        if (!request.AddOns.IsGiven)
        {
            return null;
        }

        var plan = await db.Plans.SingleAsync(row => row.Id == subscription.PlanId, cancel);
        return AddOnRules.Choose(subscription, plan.UsagePrices, request.AddOns.Value ?? [], merchant.Calendar().DateOf(now));
    }

    private static async Task<Refusal?> ChangeAutoPay(
        BillingDb db, Merchant merchant, Subscription subscription, UpdateSubscriptionRequest request, Choice choice, CancellationToken cancel)
    {
        var before = AutoPayBody.Of(subscription);
        var wanted = request.AutoPay.Or(before) ?? AutoPayBody.None;
        if (wanted != before && await AutoPayChoice.Make(db, merchant, subscription, wanted, choice, cancel) is { } refusal)
        {
            return refusal;
        }

        // Switched on after its day: the invoice is issued at once (ruling 32).
        if (Renewal.NeedsInvoice(subscription, subscription.OpenInvoiceId is not null) && subscription.PaidUntil is not null)
        {
            db.Outbox.Plan(IssueServiceInvoice.For(subscription, merchant, choice.Now));
        }

        return null;
    }
}
