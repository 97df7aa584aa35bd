using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Payments;

/// <summary>Ends a customer's standing order: the card is not charged any more from this commit on, and the gateway is made to forget it.</summary>
public sealed class DeleteSavedCard(OnceWriter writer, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/v1/saved-cards/{id}", ([FromServices] DeleteSavedCard endpoint, string id, Call call, CancellationToken cancel) => endpoint.Handle(id, call, cancel))
        .Is(nameof(DeleteSavedCard), "Payments", "Ends the standing order for a saved card: it is never charged again, and the gateway forgets it.")
        .ForKey("payments:write", orCustomer: true)
        .Once()
        .Gives<SavedCardView>()
        .Refuses(PaymentRefusals.SavedCardNotFound);

    public Task<IResult> Handle(string id, Call call, CancellationToken cancel) => writer.Write<SavedCardView>(
        call,
        async (db, token) =>
        {
            if (await db.SavedCards.ById(id, token) is not { IsOpen: true } card || !call.Caller.MayActFor(card.CustomerId))
            {
                return PaymentRefusals.SavedCardNotFound;
            }

            card.End(clock.Now());
            db.Outbox.Plan(ForgetSavedCard.For(card, clock.Now()));
            return Answer<SavedCardView>.Found(() => SavedCardView.Of(card));
        },
        cancel);
}
