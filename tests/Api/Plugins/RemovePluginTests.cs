using System.Net;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Plugins;

/// <summary>A removed plugin is gone for what is new; what it has begun waits for it, and nothing of it is lost (ruling 19).</summary>
public abstract class RemovePluginTests(PluginServer server) : Scenario(server)
{
    [Fact]
    public async Task Open_payments_wait_are_shown_and_are_resolved_when_the_plugin_comes_back()
    {
        var order = await Place();
        var payment = await Start(order);
        await PayOnPage(payment);

        var removed = await Server.Operator().RemovePluginAsync(Shop.Gateway);
        Assert.Equal((PluginSource.None, PluginState.Removed), (removed.Source, removed.Nodes.Single().State));
        await Wait(TimeSpan.FromMinutes(30));

        var read = await Api.GetPaymentAsync(payment.Id);
        Assert.Equal((PaymentStatus.Pending, true, false), (read.Status, read.WaitingForPlugin, read.NeedsPerson));
        var shown = await Server.Operator().GetPluginAsync(Shop.Gateway);
        Assert.Contains(shown.OldestWaiting!, waiting => waiting.PaymentId == payment.Id && waiting.MerchantId == Shop.Merchant.Id);
        Assert.True(shown.WaitingPayments >= 1);
        Assert.Empty((await Api.GetInvoiceAsync((await Place()).InvoiceId)).WaysToPay);

        await Server.Install(Packages.Sandbox(Packages.NextVersion()));
        await server.RunJobs();

        Assert.Equal(OrderStatus.Paid, await StatusOf(order));
        await Shop.ProveBooks();
        Assert.DoesNotContain((await Server.Operator().GetPluginAsync(Shop.Gateway)).OldestWaiting!, waiting => waiting.PaymentId == payment.Id);
    }

    [Fact]
    public async Task Messages_for_it_are_kept_and_reach_its_successor()
    {
        var order = await Place();
        var payment = await Start(order);
        await PayOnPage(payment);
        var news = await NewsOf(payment);
        await Server.Operator().RemovePluginAsync(Shop.Gateway);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Deliver(news));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Deliver(news));
        Assert.Equal(1L, Convert.ToInt64(await server.Database.Execute($"select count(*) from waiting_callbacks where merchant_id = '{Shop.Merchant.Id}'")));
        await Refused.With("gateway_not_offered", async () => await Start(await Place()));

        var version = Packages.NextVersion();
        await Server.Install(Packages.Sandbox(version));
        await server.RunJobs();

        Assert.Equal(OrderStatus.Paid, await StatusOf(order));
        var attempt = Assert.Single((await Api.GetPaymentAsync(payment.Id)).Attempts!, attempt => attempt.Kind == AttemptKind.Callback);
        Assert.Equal(version, attempt.PluginVersion);
        Assert.Equal(0L, Convert.ToInt64(await server.Database.Execute($"select count(*) from waiting_callbacks where merchant_id = '{Shop.Merchant.Id}'")));
    }

    [Fact]
    public async Task A_successor_that_does_not_carry_on_lets_them_wait()
    {
        await Server.Install(Packages.Sandbox(Packages.NextVersion()));
        var payment = await Start(await Place());
        await PayOnPage(payment);
        var news = await NewsOf(payment);
        await Server.Operator().RemovePluginAsync(Shop.Gateway);
        await Server.Install(Packages.Sandbox(Packages.NextVersion(), carriesOn: null));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Deliver(news));
        Assert.True((await Api.GetPaymentAsync(payment.Id)).WaitingForPlugin);

        await Server.Operator().ReloadPluginAsync(Shop.Gateway, new ReloadPluginRequest { Version = payment.PluginVersion });
        await server.RunJobs();
        Assert.Equal(PaymentStatus.Succeeded, (await Api.GetPaymentAsync(payment.Id)).Status);
    }

    [Fact]
    public async Task Removing_under_one_key_is_once_and_an_unknown_one_is_refused()
    {
        await Server.Install(Packages.Misbehaving("SampleGateway", "shortlived"));
        var key = Guid.NewGuid().ToString();

        var first = await Server.Operator().RemovePluginAsync("shortlived", key);
        var second = await Server.Operator().RemovePluginAsync("shortlived", key);

        Assert.Equal((PluginSource.None, PluginSource.None), (first.Source, second.Source));
        await Refused.With("plugin_not_found", () => Server.Operator().RemovePluginAsync("nobody"));
    }
}

public sealed class RemovePluginOnSqlite(PluginsOnSqlite server) : RemovePluginTests(server), IClassFixture<PluginsOnSqlite>;

public sealed class RemovePluginOnPostgres(PluginsOnPostgres server) : RemovePluginTests(server), IClassFixture<PluginsOnPostgres>;
