using BillingHeadless.Domain.Customers;
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
        var card = choice.Method == AutoPayMethod.Card ? await CardOf(db, subscription.CustomerId, choice.SavedCardId, cancel) : null;
        if (AutoPayRules.Refuse(choice.Method, merchant.Settings.SavedMethods, card is not null, subscription.IsPostpaid) is { } refusal)
        {
            return refusal;
        }

        var order = StandingOrder.IsNeededFor(choice.Method) ? new StandingOrder(choice.Method, by.Caller.CredentialId, by.Now) { SavedCardId = card?.Id } : null;
        subscription.PayBy(choice.Method, order);
        return null;
    }

    /// <summary>The customer's own card that was named, or the one that was saved last.</summary>
    private static async Task<SavedCard?> CardOf(BillingDb db, Id<Customer> customer, string? named, CancellationToken cancel)
    {
        var open = db.SavedCards.Where(card => card.CustomerId == customer && card.EndedAt == null);
        return named is null
            ? await open.OrderByDescending(card => card.Id).FirstOrDefaultAsync(cancel)
            : Id<SavedCard>.Parse(named) is { } id ? await open.SingleOrDefaultAsync(card => card.Id == id, cancel) : null;
    }
}

/// <summary>Who chooses, and when.</summary>
public sealed record Choice(Caller Caller, DateTimeOffset Now);
