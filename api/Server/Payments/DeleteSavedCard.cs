using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Payments;

/// <summary>Ends a customer's standing order, which is its administrators' to give and to take back: the card is not charged any more from this commit on, and the gateway is made to forget it.</summary>
public sealed class DeleteSavedCard(OnceWriter writer, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/v1/saved-cards/{id}", ([FromServices] DeleteSavedCard endpoint, string id, Call call, CancellationToken cancel) => endpoint.Handle(id, call, cancel))
        .Is(nameof(DeleteSavedCard), "Payments", "Ends the standing order for a saved card: it is never charged again, and the gateway forgets it.")
        .ForKey("payments:write", orCustomer: true)
        .Once()
        .Gives<SavedCardView>()
        .Refuses(PaymentRefusals.SavedCardNotFound, CustomerRefusals.AdministratorNeeded);

    public Task<IResult> Handle(string id, Call call, CancellationToken cancel) => writer.Write<SavedCardView>(
        call,
        Turn.Of(new Id<SavedCard>(id)),
        async (db, token) =>
        {
            if (await db.SavedCards.ById(id, token) is not { IsOpen: true } card || !call.Caller.MayActFor(card.CustomerId))
            {
                return PaymentRefusals.SavedCardNotFound;
            }

            if (!call.Caller.IsAdministrator)
            {
                return CustomerRefusals.AdministratorNeeded;
            }

            var now = clock.NowOf(await db.Merchants.SingleAsync(row => row.Id == db.Merchant, token));
            card.End(now);
            db.Outbox.Announce(new EventDraft(EventTypes.SavedCardEnded, now, () => SavedCardEvent.Of(card)));
            db.Outbox.Plan(ForgetSavedCard.For(card, clock.Now()));
            return Answer<SavedCardView>.Found(() => SavedCardView.Of(card));
        },
        cancel);
}
