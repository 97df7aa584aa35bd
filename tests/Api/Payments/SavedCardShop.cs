using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Payments;

/// <summary>A shop that keeps cards of buyers who agree.</summary>
public static class SavedCardShop
{
    public const string DeclinesLater = "4000000000000341";

    public static async Task<Shop> Open(SteppedServer server)
    {
        var shop = await Shop.Open(server);
        await shop.Api.UpdateSettingsAsync(new UpdateSettingsRequest { SavedMethods = true });
        return shop;
    }

    /// <summary>Begins a payment, the buyer agreeing that the card is kept.</summary>
    public static Task<Payment> Begin(Shop shop, string invoiceId, string gateway = Shop.Gateway) => shop.Api.PayInvoiceAsync(
        invoiceId, new PayInvoiceRequest { Method = PaymentMethod.Gateway, Gateway = gateway, SaveCard = true });

    /// <summary>A buyer who has paid once and let the card be kept.</summary>
    public static async Task<(Order Order, SavedCard Card)> Keep(Shop shop, string card = Shop.GoodCard)
    {
        var order = await shop.Place();
        var payment = await Begin(shop, order.InvoiceId);
        await shop.EnterCard(payment, card);
        await shop.Decided(payment.Id);
        return (order, Assert.Single((await shop.Api.ListSavedCardsAsync(order.CustomerId)).Data));
    }

    public static async Task<BillingClient> AdministratorOf(Shop shop, string customerId)
    {
        var session = await shop.Api.CreateCustomerSessionAsync(customerId, new CreateCustomerSessionRequest { Role = CustomerRole.Administrator, User = "anna" });
        return shop.Client(session.Token);
    }

    /// <summary>Another invoice of the same customer.</summary>
    public static async Task<Order> PlaceAgain(Shop shop, Order before)
    {
        var request = shop.NewOrder();
        request.CustomerId = before.CustomerId;
        return await shop.Api.CreateOrderAsync(request);
    }

    public static Task<Payment> Charge(Shop shop, string invoiceId, string cardId) =>
        shop.Api.PayInvoiceAsync(invoiceId, new PayInvoiceRequest { Method = PaymentMethod.Gateway, SavedCardId = cardId });
}
