using BillingHeadless.Client;
using BillingHeadless.Tests.Api.Documents;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Templates;

/// <summary>A merchant's own templates: tried before they are saved, and never worse than the last good one.</summary>
public abstract class PutTemplateTests(SteppedServer server)
{
    private const string Act = "documents.act";

    [Fact]
    public async Task A_template_that_is_changed_over_the_api_changes_the_bytes()
    {
        var shop = await Office.Open(server);
        var (before, _) = await shop.Sell();
        await server.RunJobs();
        var shipped = await shop.Api.GetTemplateAsync(Act);
        Assert.Equal(0, shipped.Number);

        var saved = await Put(shop, Act, shipped.Source.Replace("{{ texts.act.intro }}", "Складено за умовами публічної оферти.", StringComparison.Ordinal));
        var (after, _) = await shop.Sell();
        await server.RunJobs();

        Assert.Equal(1, saved.Number);
        Assert.DoesNotContain("публічної", await TextOf(shop, before));
        Assert.Contains("публічної", await TextOf(shop, after));
    }

    [Theory]
    [InlineData("{{ if", "line 1")]
    [InlineData("<p>\n{{ end }}", "documents.act, line 2, column 4")]
    [InlineData("<p>{{ document.number | object.eval }}</p>", "line 1")]
    [InlineData("<p>{{ nothing.at.all }}</p>", "line 1")]
    [InlineData("<p>{{ for i in 1..1000000000 }}x{{ end }}</p>", "line 1")]
    [InlineData("<p>one</p>\n<script>alert(1)</script>", "line 2")]
    [InlineData("<p>one</p>\n<p style=\"float: left\">two</p>", "line 2")]
    public async Task A_broken_template_is_refused_with_its_place_and_the_last_good_one_stays(string source, string place)
    {
        var shop = await Office.Open(server);
        var good = await Put(shop, Act, "<p>{{ document.number }}</p>");

        var refusal = await Refused.With("template_broken", () => Put(shop, Act, source));

        Assert.Contains(place, Assert.Single(refusal.Errors["source"]));
        Assert.Equal(good.Source, (await shop.Api.GetTemplateAsync(Act)).Source);
        Assert.Equal(1, (await shop.Api.GetTemplateAsync(Act)).Number);
    }

    [Fact]
    public async Task A_part_is_tried_with_every_template_that_it_is_a_part_of()
    {
        var shop = await Office.Open(server);
        var refusal = await Refused.With("template_broken", () => Put(shop, "mail.layout", "{{ title.nothing.at.all }}"));
        Assert.Contains("mail.layout, line 1", Assert.Single(refusal.Errors["source"]));
    }

    [Fact]
    public async Task A_part_of_ones_own_is_in_all_mails()
    {
        var shop = await Office.Open(server);
        var support = await shop.Api.GetTemplateAsync("mail.support");
        await Put(shop, "mail.support", support.Source + "<p>Працюємо щодня.</p>");

        await shop.Api.CreateOrderAsync(shop.NewOrder(email: "layout@firm.example"));
        await server.RunJobs();

        var mail = Assert.Single(SentMail.In(server.Database.Directory), mail => mail.To == "layout@firm.example");
        Assert.Contains("Працюємо щодня.", mail.Text);
    }

    [Fact]
    public async Task A_mail_template_that_fails_on_real_data_gives_way_to_the_one_that_ships()
    {
        var shop = await Office.Open(server);
        await Put(shop, "mail.passwordLink", "<title>Own</title>{{ if email != 'buyer@example.com' }}{{ nothing.at.all }}{{ end }}");

        await shop.Api.CreateOrderAsync(shop.NewOrder(email: "fallback@firm.example"));
        await server.RunJobs();

        Assert.Equal("Задайте пароль для свого кабінету", Assert.Single(SentMail.In(server.Database.Directory), mail => mail.To == "fallback@firm.example").Subject);
    }

    [Fact]
    public async Task A_document_template_that_fails_on_real_data_lets_the_act_wait_until_it_is_mended()
    {
        var shop = await Office.Open(server);
        await Put(shop, Act, "<p>{{ if seller.name == 'ТОВ «Зразкові рішення»' }}{{ nothing.at.all }}{{ end }}</p>");
        var (order, _) = await shop.Sell();
        await server.RunJobs();
        var waiting = await Office.ActOf(shop, order.InvoiceId);
        Assert.Contains("documents.act(1,", waiting.Waits);

        await Put(shop, Act, "<p>{{ document.number }}</p>");
        await server.RunJobs();

        Assert.Equal((DocumentStatus.Sent, "2026-000001"), ((await Office.ActOf(shop, order.InvoiceId)).Status, waiting.Number));
    }

    [Fact]
    public async Task A_template_that_somebody_else_has_changed_meanwhile_is_not_overwritten()
    {
        var shop = await Shop.Open(server);
        await Put(shop, "mail.loginLink", "<title>One</title>");
        await Refused.With("version_differs", () => shop.Api.PutTemplateAsync("mail.loginLink", new PutTemplateRequest { Source = "<title>Two</title>" }, ifMatch: "\"v0\""));
        var saved = await shop.Api.PutTemplateAsync("mail.loginLink", new PutTemplateRequest { Source = "<title>Two</title>" }, ifMatch: "\"v1\"");
        Assert.Equal(2, saved.Number);
    }

    [Fact]
    public async Task Nobody_adds_a_template()
    {
        var shop = await Shop.Open(server);
        await Refused.With("template_not_found", () => Put(shop, "mail.nothing", "x"));
    }

    private static Task<Template> Put(Shop shop, string name, string source) => shop.Api.PutTemplateAsync(name, new PutTemplateRequest { Source = source });

    private static async Task<string> TextOf(Shop shop, Order order) =>
        await Office.TextOf(await Office.ContentOf(shop, (await Office.ActOf(shop, order.InvoiceId)).Id));
}

public sealed class PutTemplateOnSqlite(SteppedOnSqlite server) : PutTemplateTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class PutTemplateOnPostgres(SteppedOnPostgres server) : PutTemplateTests(server), IClassFixture<SteppedOnPostgres>;
