using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Invoices;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Subscriptions;

public sealed class CancelSubscription(OnceWriter writer, InvoiceClosing closing, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/subscriptions/{id}/cancel", ([FromServices] CancelSubscription endpoint, string id, Call call, CancellationToken cancel) =>
            endpoint.Handle(id, call, cancel))
        .Is(nameof(CancelSubscription), "Services", "Ends a service: what was paid ahead runs on, what is paid after use counts no more from the next day; its open invoice is cancelled.")
        .ForKey("orders:write", orCustomer: true)
        .Once()
        .Gives<SubscriptionView>()
        .Refuses(SubscriptionRefusals.NotFound, CustomerRefusals.AdministratorNeeded, SubscriptionRefusals.Ended, InvoiceRefusals.PaymentUndecided);

    public Task<IResult> Handle(string id, Call call, CancellationToken cancel) => writer.Write<SubscriptionView>(
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

            if (subscription is { State: SubscriptionState.Cancelled } or { CancelledAt: not null })
            {
                return SubscriptionRefusals.Ended;
            }

            var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, token);
            var now = clock.NowOf(merchant);
            return await End(db, merchant, subscription, now, token) is { } refusal
                ? refusal
                : Answer<SubscriptionView>.Found(() => SubscriptionView.Of(subscription, merchant, now));
        },
        cancel);

    private async Task<Refusal?> End(BillingDb db, Merchant merchant, Subscription subscription, DateTimeOffset now, CancellationToken cancel)
    {
        if (subscription.OpenInvoiceId is { } open)
        {
            var invoice = await db.Invoices.Include(row => row.Lines).SingleAsync(row => row.Id == open, cancel);
            if (await closing.Close(db, invoice, InvoiceStatus.Cancelled, EventTypes.InvoiceCancelled, cancel) is { } refusal)
            {
                return refusal;
            }
        }

        subscription.Cancel(merchant.Calendar(), now);
        ServiceFulfilment.Tell(db, subscription, EventTypes.SubscriptionCancelled, now);
        return null;
    }
}
