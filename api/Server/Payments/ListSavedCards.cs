using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Payments;

/// <summary>Which cards are listed.</summary>
public sealed record ListSavedCardsFilter
{
    /// <summary>True: those whose standing order was ended, with when; otherwise those that can be charged.</summary>
    [FromQuery(Name = "ended")]
    public bool? Ended { get; init; }
}

public sealed class ListSavedCards(Reader reader) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/customers/{id}/saved-cards", ([FromServices] ListSavedCards endpoint, string id, [AsParameters] ListSavedCardsFilter filter, [AsParameters] PageRequest page, Call call, CancellationToken cancel) =>
            endpoint.Handle(id, filter, page, call, cancel))
        .Is(nameof(ListSavedCards), "Payments", "Lists the cards that a customer lets be charged, or once let be charged, newest first.")
        .ForKey("payments:read", orCustomer: true)
        .Refuses(CustomerRefusals.NotFound);

    public Task<Answer<PageView<SavedCardView>>> Handle(string id, ListSavedCardsFilter filter, PageRequest page, Call call, CancellationToken cancel) =>
        reader.Read<Answer<PageView<SavedCardView>>>(
            call.Caller.MerchantId,
            async db => await db.Customers.ById(id, cancel) is { } customer && call.Caller.MayActFor(customer.Id)
                ? await Narrow(db.SavedCards.Where(card => card.CustomerId == customer.Id && (card.EndedAt != null) == (filter.Ended ?? false)), page)
                    .OrderByDescending(card => card.Id)
                    .ToPage(page, card => card.Id.Value, SavedCardView.Of, cancel)
                : CustomerRefusals.NotFound);

    private static IQueryable<SavedCard> Narrow(IQueryable<SavedCard> cards, PageRequest page) =>
        page.After is { } after && new Id<SavedCard>(after) is var last ? cards.Where(card => card.Id < last) : cards;
}
