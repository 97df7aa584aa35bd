using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Subscriptions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Hosted.Accounts.Cards;

/// <summary>What is done on the page of saved cards: one is removed, or made the one that pays.</summary>
public sealed class CardForms(AccountDoor door, AccountForms forms, CardsPage page, DeleteSavedCard deleteSavedCard, UpdateSubscription updateSubscription, Reader reader) : IPage
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
        CardsPage.Address,
        ([FromServices] CardForms forms, string merchantId, HttpContext context, CancellationToken cancel) => forms.Do(merchantId, context, cancel));

    /// <summary>The services that a customer has paid by card, the newest first.</summary>
    public static IQueryable<Subscription> ServicesByCard(BillingDb db, Id<Customer> customer) => db.Subscriptions
        .Where(row => row.CustomerId == customer && row.AutoPay == AutoPayMethod.Card)
        .OrderByDescending(row => row.Id)
        .Take(Limits.ListItems);

    /// <summary>Needs no key: a card is removed once, and chosen twice is chosen once.</summary>
    public Task<IResult> Do(string merchantId, HttpContext context, CancellationToken cancel) => door.Open(
        merchantId,
        context,
        async visit =>
        {
            var form = await PageForm.Read(context, cancel);
            var (card, isRemoval) = (form["card"], form["action"] == "remove");
            var refusal = isRemoval ? await Remove(visit, card, cancel) : await Choose(visit, card, cancel);
            return refusal is null
                ? new SeeOther(QueryHelpers.AddQueryString(visit.PathOf(AccountSections.Cards), CardsPage.NoticeParameter, isRemoval ? "removed" : "chosen"))
                : await page.ShowError(visit, visit.Say(refusal), cancel);
        },
        cancel);

    private async Task<Refusal?> Remove(AccountVisit visit, string card, CancellationToken cancel) =>
        (await forms.Send<SavedCardView>(Wish(visit), call => deleteSavedCard.Handle(card, call, cancel))).Refusal;

    /// <summary>Every service that a card pays for is paid with this one from now on.</summary>
    private async Task<Refusal?> Choose(AccountVisit visit, string card, CancellationToken cancel)
    {
        var request = new UpdateSubscriptionRequest { AutoPay = new Patch<AutoPayBody>(true, new AutoPayBody(AutoPayMethod.Card) { SavedCardId = card }) };
        foreach (var service in await reader.Read(visit.Merchant.Id, db => ServicesByCard(db, visit.CustomerId).Select(row => row.Id).ToListAsync(cancel)))
        {
            if ((await forms.Send<SubscriptionView>(Wish(visit), call => updateSubscription.Handle(service.Value, request, call, cancel))).Refused(out var refusal))
            {
                return refusal;
            }
        }

        return null;
    }

    private static FormWish Wish(AccountVisit visit) => new(visit, visit.PathOf(AccountSections.Cards), Key: "");
}
