using System.Net;
using System.Text.RegularExpressions;
using BillingHeadless.Client;
using BillingHeadless.Server.Demo;
using BillingHeadless.Tests.Api.Hosted;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Start;

/// <summary>What a newcomer finds after the first start, without a line of code.</summary>
public sealed class DemoTests
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task A_newcomer_acts_for_a_customer_pays_its_service_and_changes_the_tariff(DatabaseKind kind)
    {
        await using var server = await Start(kind);
        var browser = new Browser(server);
        Assert.Contains("""<form action="/demo/customer" method="post">""", (await browser.Get("/")).Html);
        var link = (await browser.Post("/demo/customer")).Location!;
        var services = (await browser.Post(link)).Location + "/services";
        var unpaid = (await browser.Get(services)).Html;
        Assert.Contains("Cloud telephony, Start", unpaid);
        Assert.Contains("not paid yet", unpaid);

        var gateway = await browser.Post(Linked(unpaid, "/pay/inv_"), ("gateway", "sandbox"));
        var paid = await browser.Follow(await browser.Post(gateway.Location!, ("cardNumber", Shop.GoodCard), ("expiry", "12/39"), ("cvc", "123")));
        Assert.Contains("Thank you, it is paid", paid.Html);

        var demo = await Demo(server);
        var tariffs = $"{services}/{demo.Service!.SubscriptionId}/tariff";
        Assert.Contains("For up to 20 users", (await browser.Get(tariffs)).Html);
        var preview = await browser.Follow(await browser.Post(tariffs, ("plan", demo.Service.PlanIds[1])));
        Assert.Contains("Credit for unused days", preview.Html);
        var proof = await BillingClient.Connect(server.Client.BaseAddress!, demo.SecretKey).ProveBooksAsync();
        Assert.All(proof.Checks, check => Assert.True(check.Holds, check.Name));
    }

    [Fact]
    public async Task The_next_start_finds_the_demo_and_makes_no_other()
    {
        await using var server = await Start(DatabaseKind.Sqlite);
        var first = await Demo(server);
        await server.Restart();
        Assert.Equal(first.Service!.SubscriptionId, (await Demo(server)).Service!.SubscriptionId);
    }

    [Fact]
    public async Task Without_the_demo_nobody_is_let_in()
    {
        await using var server = new RunningServer(DatabaseKind.Sqlite);
        await server.InitializeAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(server).Post("/demo/customer")).Status);
    }

    [Fact]
    public async Task No_other_site_lets_a_visitor_in()
    {
        await using var server = await Start(DatabaseKind.Sqlite);
        Assert.Equal(HttpStatusCode.Forbidden, (await new Browser(server).PostFrom("cross-site", "/demo/customer")).Status);
    }

    private static async Task<RunningServer> Start(DatabaseKind kind)
    {
        var server = new RunningServer(kind) { Settings = ["--Billing:Demo=true"] };
        await server.InitializeAsync();
        return server;
    }

    private static async Task<DemoContents> Demo(RunningServer server) => (await server.Get<DemoFile>().Read(CancellationToken.None))!;

    /// <summary>Where the first link of a page leads whose address begins so.</summary>
    private static string Linked(string html, string beginning) => Regex.Match(html, $"href=\"({Regex.Escape(beginning)}[^\"]*)\"").Groups[1].Value;
}
