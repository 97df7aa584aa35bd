using BillingHeadless.Client;
using BillingHeadless.Tests.Api.Payments;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Subscriptions;

/// <summary>A desk whose customer lets a card be kept and charged for a service.</summary>
public static class CardDesk
{
    public const string LacksFundsLater = "4000000000009961";

    public static async Task<ServiceDesk> Open(SteppedServer server, params int[] retryDays)
    {
        var desk = await ServiceDesk.Open(await SavedCardShop.Open(server));
        await desk.Shop.Api.UpdateSettingsAsync(new UpdateSettingsRequest { CardRetryDays = retryDays });
        return desk;
    }

    /// <summary>Keeps a card while something else is paid with it.</summary>
    public static async Task<SavedCard> Keep(ServiceDesk desk, string card = Shop.GoodCard)
    {
        var request = desk.Shop.NewOrder();
        request.CustomerId = desk.Customer.Id;
        var order = await desk.Shop.Api.CreateOrderAsync(request);
        var payment = await SavedCardShop.Begin(desk.Shop, order.InvoiceId);
        await desk.Shop.EnterCard(payment, card);
        if (card == Shop.CodeCard)
        {
            await desk.Shop.EnterCode(payment);
        }

        await desk.Shop.Decided(payment.Id);
        return (await desk.Shop.Api.ListSavedCardsAsync(desk.Customer.Id)).Data.First();
    }

    /// <summary>A service for one paid month that a card is to extend.</summary>
    public static async Task<Subscription> Running(ServiceDesk desk, string card = Shop.GoodCard)
    {
        await Keep(desk, card);
        return await desk.Running(AutoPayMethod.Card);
    }

    public static Task<Subscription> Choose(ServiceDesk desk, Subscription subscription, SavedCard card) =>
        desk.Shop.Api.UpdateSubscriptionAsync(subscription.Id, new UpdateSubscriptionRequest { AutoPay = new AutoPay { Method = AutoPayMethod.Card, SavedCardId = card.Id } });

    /// <summary>The charges of a renewal, the oldest first.</summary>
    public static async Task<IReadOnlyList<Payment>> Charges(ServiceDesk desk) =>
        [.. (await desk.Shop.Api.ListPaymentsAsync(limit: 100)).Data.Where(payment => payment.SavedCardId is not null).Reverse()];
}
