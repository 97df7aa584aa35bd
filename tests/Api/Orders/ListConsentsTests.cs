using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Orders;

/// <summary>Rule A5.</summary>
public abstract class ListConsentsTests(RunningServer server)
{
    [Fact]
    public async Task Version_hash_time_and_address_of_each_consent_can_be_read_back()
    {
        var shop = await Shop.Open(server);
        var accepted = new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);
        var request = shop.NewOrder();
        request.Consents = [new ConsentRequest { AgreementId = shop.Agreement.Id, Ip = "203.0.113.7", AcceptedAt = accepted }];
        var order = await shop.Api.CreateOrderAsync(request);
        var consent = Assert.Single((await shop.Api.ListConsentsAsync(order.Id)).Data);
        Assert.Equal((shop.Agreement.Id, 1, shop.Agreement.Hash, "203.0.113.7", accepted),
            (consent.AgreementId, consent.Version, consent.DocumentHash, consent.IpAddress, consent.AcceptedAt));
    }

    [Fact]
    public async Task From_a_page_time_and_address_are_the_callers_own()
    {
        var shop = await Shop.Open(server);
        var request = shop.NewOrder();
        request.Consents = [new ConsentRequest { AgreementId = shop.Agreement.Id, Ip = "203.0.113.7" }];
        var order = await shop.Client(shop.Merchant.PublishableKey).CreateOrderAsync(request);
        var consent = Assert.Single((await shop.Api.ListConsentsAsync(order.Id)).Data);
        Assert.NotEqual("203.0.113.7", consent.IpAddress);
        Assert.Equal(server.Time.Now, consent.AcceptedAt);
        await Refused.With("order_not_found", () => shop.Api.ListConsentsAsync("ord_nonsense"));
    }
}

public sealed class ListConsentsOnSqlite(ServerOnSqlite server) : ListConsentsTests(server), IClassFixture<ServerOnSqlite>;

public sealed class ListConsentsOnPostgres(ServerOnPostgres server) : ListConsentsTests(server), IClassFixture<ServerOnPostgres>;
