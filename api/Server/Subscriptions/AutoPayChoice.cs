using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Subscriptions;

/// <summary>Chooses how a service is extended; what charges is recorded as the standing order of whoever chose it (C2).</summary>
public static class AutoPayChoice
{
    public static async Task<Refusal?> Make(BillingDb db, Merchant merchant, Subscription subscription, AutoPayBody choice, Choice by, CancellationToken cancel)
    {
        var card = choice.Method == AutoPayMethod.Card ? await CardOf(db, subscription, choice.SavedCardId, cancel) : null;
        if (AutoPayRules.Refuse(choice.Method, merchant.Settings.SavedMethods, card is not null, subscription.IsPostpaid) is { } refusal)
        {
            return refusal;
        }

        var order = StandingOrder.IsNeededFor(choice.Method) ? new StandingOrder(choice.Method, by.Caller.CredentialId, by.Now) { SavedCardId = card?.Id } : null;
        subscription.PayBy(choice.Method, order);
        return null;
    }

    /// <summary>The customer's own card that was named; else the one that pays already, or the one that was saved last.</summary>
    private static async Task<SavedCard?> CardOf(BillingDb db, Subscription subscription, string? named, CancellationToken cancel)
    {
        var open = db.SavedCards.Where(card => card.CustomerId == subscription.CustomerId && card.EndedAt == null);
        if (named is not null)
        {
            return Id<SavedCard>.Parse(named) is { } id ? await open.SingleOrDefaultAsync(card => card.Id == id, cancel) : null;
        }

        return await StandingCards.Of(db, subscription, cancel) is { IsOpen: true } paying ? paying : await open.OrderByDescending(card => card.Id).FirstOrDefaultAsync(cancel);
    }
}

/// <summary>Who chooses, and when.</summary>
public sealed record Choice(Caller Caller, DateTimeOffset Now);
