using System.Net;
using BillingHeadless.Client;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Scenarios;

/// <summary>What gateways send, and what others send in their name.</summary>
public abstract class CallbackTests(SteppedServer server) : Scenario(server)
{
    private Order order = null!;
    private Payment payment = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        order = await Place();
        payment = await Start(order);
    }

    [Fact]
    public async Task A_wrong_signature_proves_nothing()
    {
        await PayOnPage(payment);
        var news = ProviderEvent.About(await Provider.Checkout(PageOf(payment)));

        Assert.Equal(HttpStatusCode.Unauthorized, await Deliver(Provider.Sign(news, Time.Now, secret: "somebody-elses-secret")));

        Assert.Equal(InvoiceStatus.Open, (await InvoiceOf(order)).Status);
    }

    [Fact]
    public async Task A_signature_of_an_hour_ago_proves_nothing()
    {
        await PayOnPage(payment);
        var news = ProviderEvent.About(await Provider.Checkout(PageOf(payment)));

        Assert.Equal(HttpStatusCode.Unauthorized, await Deliver(Provider.Sign(news, Time.Now - TimeSpan.FromHours(1))));

        Assert.Equal(InvoiceStatus.Open, (await InvoiceOf(order)).Status);
    }

    [Theory]
    [InlineData(1, "UAH")]
    [InlineData(-1, "UAH")]
    [InlineData(0, "USD")]
    public async Task Another_amount_or_currency_books_nothing_and_calls_for_a_person(long more, string currency)
    {
        await PayOnPage(payment);
        var checkout = await Provider.Checkout(PageOf(payment));

        var news = ProviderEvent.About(checkout with { Amount = checkout.Amount + more, Currency = currency });
        Assert.Equal(HttpStatusCode.OK, await Deliver(Sign(news)));

        var seen = await Listed(payment);
        Assert.Equal((PaymentStatus.Unknown, true), (seen.Status, seen.NeedsPerson));
        Assert.Equal(InvoiceStatus.Open, (await InvoiceOf(order)).Status);
        Assert.Contains("payment.mismatched", await Events());
        await Shop.ProveBooks();

        // What the gateway says when it is asked counts.
        await Wait(TimeSpan.FromSeconds(5));
        Assert.Equal(OrderStatus.Paid, await StatusOf(order));
        Assert.False((await Listed(payment)).NeedsPerson);
    }

    [Fact]
    public async Task A_payment_that_nobody_knows_is_kept_and_told_once()
    {
        var news = Sign(new ProviderEvent("evt_of_a_stranger", "checkout.succeeded", new ProviderCheckout("chk_1", "unknown-reference", "succeeded", 5_000, "UAH", null)));

        Assert.Equal(HttpStatusCode.OK, await Deliver(news));
        Assert.Equal(HttpStatusCode.OK, await Deliver(news));

        Assert.Equal(1, (await Events()).Count(type => type == "payment.unmatched"));
        Assert.Equal(InvoiceStatus.Open, (await InvoiceOf(order)).Status);
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task A_message_of_another_merchants_payment_moves_nothing()
    {
        var (other, otherAccount) = await OpenShop();
        await PayOnPage(payment);
        var news = ProviderEvent.About(await Provider.Checkout(PageOf(payment)));

        // To the other merchant's address, signed by this account and by the other; to nobody's address.
        Assert.Equal(HttpStatusCode.Unauthorized, await Deliver(Sign(news), other.Merchant.Id));
        Assert.Equal(HttpStatusCode.OK, await Deliver(otherAccount.Sign(news, Time.Now), other.Merchant.Id));
        Assert.Equal(HttpStatusCode.NotFound, await Deliver(Sign(news), "mer_00000000000000000000000000"));

        Assert.Equal(InvoiceStatus.Open, (await InvoiceOf(order)).Status);
        Assert.Empty((await other.Api.ListPaymentsAsync()).Data);
        Assert.Equal("payment.unmatched", Assert.Single((await other.Api.ListEventsAsync()).Data).Type);
    }

    [Fact]
    public async Task The_same_message_ten_times_at_once_is_one_payment()
    {
        await PayOnPage(payment);
        var news = await NewsOf(payment);

        var statuses = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Deliver(news)));

        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(1, (await Events()).Count(type => type == "payment.succeeded"));
        Assert.Equal(OrderStatus.Paid, await StatusOf(order));
        Assert.Equal(LicenceStatus.Active, (await OnlyLicence()).Status);
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task A_message_that_overtakes_the_answer_to_the_start_settles_the_payment()
    {
        var quick = await Place();
        HttpStatusCode? status = null;
        Server.AfterCall = call => status ??= IsStart(call) ? PayBehindTheBack() : null;

        var started = await Start(quick);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((PaymentStatus.Succeeded, null), (started.Status, started.NextAction));
        Assert.Equal(OrderStatus.Paid, await StatusOf(quick));
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task Old_news_after_a_refund_change_nothing()
    {
        await Complete(payment);
        var old = await NewsOf(payment);
        await Refund(payment);

        await Deliver(old);
        await Deliver(Sign(ProviderEvent.About(await Provider.Checkout(PageOf(payment)) with { Status = "declined" })));

        Assert.Equal(PaymentStatus.Succeeded, (await Listed(payment)).Status);
        Assert.Equal(OrderStatus.Refunded, await StatusOf(order));
        Assert.Equal(LicenceStatus.Revoked, (await OnlyLicence()).Status);
        Assert.Equal([Price, -Price], await Provider.Book());
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task A_message_that_comes_after_its_successor_undoes_nothing()
    {
        var earlier = Sign(ProviderEvent.About(await Provider.Checkout(PageOf(payment))));
        await Complete(payment);

        await Deliver(earlier);

        Assert.Equal(PaymentStatus.Succeeded, (await Listed(payment)).Status);
        Assert.Equal(OrderStatus.Paid, await StatusOf(order));
    }

    private static bool IsStart(OutgoingCall call) => call.Method == "POST" && call.Path.EndsWith("/checkouts", StringComparison.Ordinal);

    /// <summary>The buyer pays and the provider tells it while its answer to the start is still on the way.</summary>
    private HttpStatusCode? PayBehindTheBack() => Task.Run<HttpStatusCode?>(async () =>
    {
        var reference = await Server.Database.Execute($"select merchant_reference from payments where merchant_id = '{Shop.Merchant.Id}' order by id desc");
        var page = (await Provider.CheckoutOf((string)reference!)).Page!;
        await Provider.PayOnPage(page, Shop.GoodCard);
        return await Deliver(Sign(ProviderEvent.About(await Provider.Checkout(page))));
    }).GetAwaiter().GetResult();
}

public sealed class CallbackOnSqlite(SteppedOnSqlite server) : CallbackTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class CallbackOnPostgres(SteppedOnPostgres server) : CallbackTests(server), IClassFixture<SteppedOnPostgres>;
