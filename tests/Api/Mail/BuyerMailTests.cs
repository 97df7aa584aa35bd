using BillingHeadless.Client;
using BillingHeadless.Tests.Api.Documents;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Mail;

/// <summary>Rules A3, A8, A10 and X8: what a buyer reads.</summary>
public abstract class BuyerMailTests(SteppedServer server)
{
    [Fact]
    public async Task A3_the_first_order_mails_a_link_that_sets_a_password()
    {
        var shop = await Office.Open(server);
        await shop.Api.CreateOrderAsync(shop.NewOrder(email: "first@firm.example"));
        await server.RunJobs();

        var mail = Assert.Single(MailsTo("first@firm.example"));
        Assert.Contains($"/m/{shop.Merchant.Id}/login/password/", mail.Text);
        Assert.Contains("help@vendor.example", mail.Text);
        Assert.Equal("Вендор <billing@localhost>", mail.From.Replace("\"", "", StringComparison.Ordinal));
        Assert.Equal("help@vendor.example", mail.Headers["Reply-To"]);
    }

    [Fact]
    public async Task A3_the_second_order_mails_no_password_again()
    {
        var shop = await Office.Open(server);
        await shop.Api.CreateOrderAsync(shop.NewOrder(email: "second@firm.example"));
        await shop.Api.CreateOrderAsync(shop.NewOrder(email: "second@firm.example"));
        await server.RunJobs();
        Assert.Single(MailsTo("second@firm.example"));
    }

    [Fact]
    public async Task The_links_token_stands_in_the_mail_alone()
    {
        var shop = await Office.Open(server);
        await shop.Api.CreateOrderAsync(shop.NewOrder(email: "token@firm.example"));
        await server.RunJobs();
        var token = Assert.Single(MailsTo("token@firm.example")).Text.Split("/login/password/")[1].Split()[0];

        Assert.Equal(0L, Convert.ToInt64(await server.Database.Execute($"select count(*) from jobs where payload like '%{token}%'")));
        Assert.Equal(0L, Convert.ToInt64(await server.Database.Execute($"select count(*) from sessions where token_hash = '{token}'")));
        Assert.Equal(1L, Convert.ToInt64(await server.Database.Execute($"select count(*) from sessions where token_hash = '{Server.Platform.Security.Secrets.Hash(token)}'")));
    }

    [Theory]
    [InlineData("uk", "Замовлення № 1 оплачено", "1 рік", "20 листопада 2027 р.", "1 910,40 грн")]
    [InlineData("en", "Order No. 1 is paid", "1 year", "20 November 2027", "UAH 1,910.40")]
    [InlineData("ru", "Заказ № 1 оплачен", "1 год", "20 ноября 2027 г.", "1 910,40 грн")]
    [InlineData("kk", "№ 1 тапсырыс төленді", "1 жыл", "2027 ж. 20 қараша", "1 910,40 ₴")]
    public async Task A8_the_payment_is_confirmed_with_licence_key_and_last_day(string locale, string subject, string term, string lastDay, string total)
    {
        var shop = await Office.Open(server);
        var email = $"paid-{locale}@firm.example";
        var request = shop.NewOrder(months: 12, email: email);
        request.Locale = locale;
        var order = await shop.Api.CreateOrderAsync(request);
        await shop.Pay(order.InvoiceId);
        await server.RunJobs();

        var mail = Assert.Single(MailsTo(email), mail => mail.Subject == subject);
        var licence = await shop.LicenceOf(order.Portal!);
        Assert.All(new[] { term, lastDay, total, order.Portal!, licence.Key, "help@vendor.example", $"/m/{shop.Merchant.Id}/account" }, words => Assert.Contains(Spaced(words), Spaced(mail.Text)));
    }

    private IEnumerable<SentMail> MailsTo(string address) => SentMail.In(server.Database.Directory).Where(mail => mail.To == address);

    /// <summary>No-break spaces are spaces to a reader.</summary>
    private static string Spaced(string text) => text.Replace('\u00a0', ' ');
}

public sealed class BuyerMailOnSqlite(SteppedOnSqlite server) : BuyerMailTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class BuyerMailOnPostgres(SteppedOnPostgres server) : BuyerMailTests(server), IClassFixture<SteppedOnPostgres>;
