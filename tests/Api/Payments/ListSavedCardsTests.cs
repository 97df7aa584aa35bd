using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Payments;

/// <summary>C2, ruling 35: cards are kept where the merchant wants it and the buyer agrees, and charged under that word alone.</summary>
public abstract class ListSavedCardsTests(SteppedServer server)
{
    [Fact]
    public async Task A_card_that_the_buyer_lets_be_kept_is_listed_by_its_last_digits_alone()
    {
        var shop = await SavedCardShop.Open(server);

        var (order, card) = await SavedCardShop.Keep(shop);

        Assert.Equal((order.CustomerId, "sandbox", "4242"), (card.CustomerId, card.Gateway, card.Mask));
        var payment = await shop.Api.GetPaymentAsync(card.PaymentId);
        Assert.Equal((true, (string?)null), (payment.SavesCard, payment.SavedCardId));
    }

    [Fact]
    public async Task A_kept_card_is_charged_with_nobody_present()
    {
        var shop = await SavedCardShop.Open(server);
        var (order, card) = await SavedCardShop.Keep(shop);
        var next = await SavedCardShop.PlaceAgain(shop, order);

        var charged = await SavedCardShop.Charge(shop, next.InvoiceId, card.Id);

        Assert.Equal((PaymentStatus.Succeeded, card.Id, "sandbox"), (charged.Status, charged.SavedCardId, charged.Gateway));
        Assert.Null(charged.NextAction);
        Assert.Equal(OrderStatus.Paid, (await shop.Api.GetOrderAsync(next.Id)).Status);
        await shop.ProveBooks();
    }

    [Fact]
    public async Task A_card_that_is_declined_later_leaves_the_invoice_open()
    {
        var shop = await SavedCardShop.Open(server);
        var (order, card) = await SavedCardShop.Keep(shop, SavedCardShop.DeclinesLater);
        var next = await SavedCardShop.PlaceAgain(shop, order);

        var charged = await SavedCardShop.Charge(shop, next.InvoiceId, card.Id);

        Assert.Equal((PaymentStatus.Declined, "cardRefused"), (charged.Status, charged.Failure));
        Assert.Equal(InvoiceStatus.Open, (await shop.Api.GetInvoiceAsync(next.InvoiceId)).Status);
        await shop.ProveBooks();
    }

    [Fact]
    public async Task Nothing_is_kept_without_the_buyers_word_or_while_the_merchant_keeps_no_cards()
    {
        var shop = await Shop.Open(server);
        var order = await shop.Place();
        await Refused.With("saved_methods_off", () => SavedCardShop.Begin(shop, order.InvoiceId));

        await shop.Api.UpdateSettingsAsync(new UpdateSettingsRequest { SavedMethods = true });
        var (sold, _) = await shop.Sell();
        Assert.Empty((await shop.Api.ListSavedCardsAsync(sold.CustomerId)).Data);

        var begun = await SavedCardShop.Begin(shop, order.InvoiceId);
        await shop.Api.UpdateSettingsAsync(new UpdateSettingsRequest { SavedMethods = false });
        await shop.EnterCard(begun);
        await shop.Decided(begun.Id);
        Assert.Empty((await shop.Api.ListSavedCardsAsync(order.CustomerId)).Data);
    }

    [Fact]
    public async Task What_cannot_be_kept_or_charged_is_refused()
    {
        var shop = await SavedCardShop.Open(server);
        var (_, card) = await SavedCardShop.Keep(shop);
        var stranger = await shop.Place();
        await Refused.With("saved_card_not_found", () => SavedCardShop.Charge(shop, stranger.InvoiceId, card.Id));
        await Refused.With("saved_card_not_found", () => SavedCardShop.Charge(shop, stranger.InvoiceId, "crd_nonsense"));
        await Refused.With("customer_not_found", () => shop.Api.ListSavedCardsAsync("cus_nonsense"));
        await shop.Api.UpdateSettingsAsync(new UpdateSettingsRequest { Requisites = Documents.Office.Seller });
        await shop.Api.UpdateGatewayAsync("bank-transfer", new UpdateGatewayRequest { Enabled = true });
        await Refused.With("gateway_saves_no_cards", () => SavedCardShop.Begin(shop, stranger.InvoiceId, "bank-transfer"));
    }

    [Fact]
    public async Task Of_one_customer_so_many_cards_are_kept_and_no_more()
    {
        var shop = await SavedCardShop.Open(server);
        var (order, card) = await SavedCardShop.Keep(shop);
        await server.Database.Execute(
            $"""
            with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < 9)
            insert into saved_cards (id, merchant_id, customer_id, gateway, payment_id, token_hash, agreed_at, version)
            select 'crd_' || n, merchant_id, customer_id, gateway, payment_id, cast(n as text), agreed_at, 1 from saved_cards, numbers where id = '{card.Id}'
            """);
        var next = await SavedCardShop.PlaceAgain(shop, order);

        await Refused.With("saved_cards_full", () => SavedCardShop.Begin(shop, next.InvoiceId));
        Assert.Equal(PaymentStatus.Succeeded, (await SavedCardShop.Charge(shop, next.InvoiceId, card.Id)).Status);
    }

    [Fact]
    public async Task A_customer_sees_and_charges_its_own_cards_alone()
    {
        var shop = await SavedCardShop.Open(server);
        var (order, card) = await SavedCardShop.Keep(shop);
        var (other, _) = await SavedCardShop.Keep(shop, SavedCardShop.DeclinesLater);
        var customer = await Documents.Office.CustomerOf(shop, order);
        var next = await SavedCardShop.PlaceAgain(shop, order);

        Assert.Equal(card.Id, Assert.Single((await customer.ListSavedCardsAsync(order.CustomerId)).Data).Id);
        await Refused.With("customer_not_found", () => customer.ListSavedCardsAsync(other.CustomerId));
        var paid = await customer.PayInvoiceAsync(next.InvoiceId, new PayInvoiceRequest { Method = PaymentMethod.Gateway, SavedCardId = card.Id });
        Assert.Equal(PaymentStatus.Succeeded, paid.Status);
    }
}

public sealed class ListSavedCardsOnSqlite(SteppedOnSqlite server) : ListSavedCardsTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class ListSavedCardsOnPostgres(SteppedOnPostgres server) : ListSavedCardsTests(server), IClassFixture<SteppedOnPostgres>;
