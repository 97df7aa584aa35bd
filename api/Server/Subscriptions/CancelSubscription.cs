using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
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
        .Is(nameof(CancelSubscription), "Services", "Ends a service: what was paid ahead runs on, its open invoice is cancelled.")
        .ForKey("orders:write", orCustomer: true)
        .Once()
        .Gives<SubscriptionView>()
        .Refuses(SubscriptionRefusals.NotFound, CustomerRefusals.AdministratorNeeded, SubscriptionRefusals.Ended, InvoiceRefusals.PaymentUndecided);

    public Task<IResult> Handle(string id, Call call, CancellationToken cancel) => writer.Write<SubscriptionView>(
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

            if (subscription is { State: SubscriptionState.Cancelled } or { CancelledAt: not null })
            {
                return SubscriptionRefusals.Ended;
            }

            return await End(db, subscription, token) is { } refusal ? refusal : Answer<SubscriptionView>.Found(() => SubscriptionView.Of(subscription));
        },
        cancel);

    private async Task<Refusal?> End(BillingDb db, Subscription subscription, CancellationToken cancel)
    {
        if (subscription.OpenInvoiceId is { } open)
        {
            var invoice = await db.Invoices.Include(row => row.Lines).SingleAsync(row => row.Id == open, cancel);
            if (await closing.Close(db, invoice, InvoiceStatus.Cancelled, EventTypes.InvoiceCancelled, cancel) is { } refusal)
            {
                return refusal;
            }
        }

        var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
        var now = clock.NowOf(merchant);
        subscription.Cancel(merchant.Calendar(), now);
        ServiceFulfilment.Tell(db, subscription, EventTypes.SubscriptionCancelled, now);
        return null;
    }
}
