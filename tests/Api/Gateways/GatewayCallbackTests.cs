using System.Net;
using BillingHeadless.Client;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Gateways;

/// <summary>The door that gateways' messages come through; what they do to payments is told in Scenarios/CallbackTests.</summary>
public abstract class GatewayCallbackTests(CashDeskServer server)
{
    [Fact]
    public async Task A_message_that_comes_as_an_address_pays_and_gets_the_plugins_own_answer()
    {
        var shop = await CashDesk.Open(server);
        var order = await shop.Place();
        var payment = await CashDesk.Start(shop, order);

        var answer = await server.Read(await CashDesk.MessageOf(server, shop, payment, "19900"), key: null);

        Assert.Equal((HttpStatusCode.OK, "TAKEN"), (answer.Status, answer.Text));
        Assert.Equal(OrderStatus.Paid, (await shop.Api.GetOrderAsync(order.Id)).Status);
        await shop.ProveBooks();
    }

    [Fact]
    public async Task A_message_that_is_sent_again_pays_once()
    {
        var shop = await CashDesk.Open(server);
        var payment = await CashDesk.Start(shop, await shop.Place());
        var message = await CashDesk.MessageOf(server, shop, payment, "19900");

        await server.Read(message, key: null);
        var again = await server.Send(HttpMethod.Post, message, key: null, idempotencyKey: "");

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Single((await shop.Api.ListEventsAsync(limit: 100)).Data, happened => happened.Type == "payment.succeeded");
        await shop.ProveBooks();
    }

    [Fact]
    public async Task A_message_that_is_not_genuine_moves_nothing()
    {
        var shop = await CashDesk.Open(server);
        var payment = await CashDesk.Start(shop, await shop.Place());

        var answer = await server.Read(await CashDesk.MessageOf(server, shop, payment, "19900", key: "guessed"), key: null);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal(PaymentStatus.Pending, (await shop.Api.GetPaymentAsync(payment.Id)).Status);
    }

    [Fact]
    public async Task A_plugin_that_fails_over_a_message_is_nobodys_500_and_the_message_may_come_again()
    {
        var shop = await CashDesk.Open(server);
        var payment = await CashDesk.Start(shop, await shop.Place());

        var answer = await server.Read(await CashDesk.MessageOf(server, shop, payment, "a-lot"), key: null);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "plugin_unavailable"), (answer.Status, answer.Code));
        Assert.Equal(PaymentStatus.Succeeded, (await CashDesk.TakeCash(server, shop, payment)).Status);
    }

    [Fact]
    public async Task Whatever_strangers_send_the_merchant_goes_on_taking_payments()
    {
        var shop = await CashDesk.Open(server);
        var payment = await CashDesk.Start(shop, await shop.Place());
        var message = await CashDesk.MessageOf(server, shop, payment, "a-lot");
        for (var times = 0; times < HostingLimits.FaultsInARow; times++)
        {
            await server.Read(message, key: null);
        }

        Assert.Equal(PaymentStatus.Pending, (await CashDesk.Start(shop, await shop.Place())).Status);
    }

    [Fact]
    public async Task A_gateway_or_a_merchant_that_is_not_there_has_no_door()
    {
        var shop = await CashDesk.Open(server);
        string[] addresses =
        [
            CashDesk.AddressOf(shop, "no-such-gateway"),
            $"/v1/gateways/{CashDesk.Gateway}/callbacks/mer_00000000000000000000000000",
            $"/v1/gateways/{CashDesk.Gateway}/callbacks/nonsense",
        ];

        foreach (var address in addresses)
        {
            var answer = await server.Read(address, key: null);
            Assert.Equal((HttpStatusCode.NotFound, "gateway_not_found"), (answer.Status, answer.Code));
        }
    }

    [Fact]
    public async Task A_message_without_end_is_not_read_to_its_end()
    {
        var shop = await CashDesk.Open(server);
        var answer = await server.Send(HttpMethod.Post, CashDesk.AddressOf(shop), key: null, json: new string(' ', Limits.CallbackBodyBytes + 1), idempotencyKey: "");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
    }
}

public sealed class GatewayCallbackOnSqlite(CashDeskOnSqlite server) : GatewayCallbackTests(server), IClassFixture<CashDeskOnSqlite>;

public sealed class GatewayCallbackOnPostgres(CashDeskOnPostgres server) : GatewayCallbackTests(server), IClassFixture<CashDeskOnPostgres>;
