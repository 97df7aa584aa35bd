using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Subscriptions;

/// <summary>What is to change; null puts it back to none.</summary>
public sealed record UpdateSubscriptionRequest
{
    public Patch<AutoPayBody> AutoPay { get; init; }
}

public sealed class UpdateSubscription(OnceWriter writer, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPatch("/v1/subscriptions/{id}", ([FromServices] UpdateSubscription endpoint, string id, UpdateSubscriptionRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(id, request, call, cancel))
        .Is(nameof(UpdateSubscription), "Services", "Changes how a service is extended by itself.")
        .ForKey("orders:write", orCustomer: true)
        .Once()
        .Gives<SubscriptionView>()
        .Refuses(
            SubscriptionRefusals.NotFound,
            SubscriptionRefusals.Ended,
            CustomerRefusals.AdministratorNeeded,
            SubscriptionRefusals.SavedMethodsOff,
            SubscriptionRefusals.SavedCardMissing);

    public Task<IResult> Handle(string id, UpdateSubscriptionRequest request, Call call, CancellationToken cancel) => writer.Write<SubscriptionView>(
        call,
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

            return await Change(db, subscription, request, call, token) is { } refusal ? refusal : Answer<SubscriptionView>.Found(() => SubscriptionView.Of(subscription));
        },
        cancel);

    private async Task<Refusal?> Change(BillingDb db, Subscription subscription, UpdateSubscriptionRequest request, Call call, CancellationToken cancel)
    {
        var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
        var now = clock.NowOf(merchant);
        var before = AutoPayBody.Of(subscription);
        var wanted = request.AutoPay.Or(before) ?? AutoPayBody.None;
        if (wanted != before && await AutoPayChoice.Make(db, merchant, subscription, wanted, new Choice(call.Caller, now), cancel) is { } refusal)
        {
            return refusal;
        }

        // Switched on after its day: the invoice is issued at once (ruling 32).
        if (Renewal.NeedsInvoice(subscription, subscription.OpenInvoiceId is not null) && subscription.PaidUntil is not null)
        {
            db.Outbox.Plan(IssueServiceInvoice.For(subscription, merchant, now) with { Key = $"{subscription.Id}/{Instants.ToMicroseconds(subscription.PaidUntil.Value)}/{Instants.ToMicroseconds(now)}" });
        }

        return null;
    }
}
