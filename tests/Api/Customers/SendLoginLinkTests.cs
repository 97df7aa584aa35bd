using System.Net;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Customers;

/// <summary>A4: a known e-mail logs in; the answer does not tell which e-mails are known.</summary>
public abstract class SendLoginLinkTests(RunningServer server)
{
    private const string Email = "olena@firm.example";

    [Fact]
    public async Task A_known_e_mail_gets_a_mail_and_the_answer_is_the_same_for_all()
    {
        var merchant = await TestMerchant.Create(server);
        await Logins.Register(merchant, Email);

        var known = await Send(merchant, "Olena@firm.example");
        var unknown = await Send(merchant, "nobody@firm.example");
        var none = await Send(merchant, "no address");

        Assert.Equal([HttpStatusCode.Accepted, HttpStatusCode.Accepted, HttpStatusCode.Accepted], new[] { known.Status, unknown.Status, none.Status });
        Assert.Equal(1L, await Mails(merchant));
    }

    [Fact]
    public async Task Mails_cannot_be_sent_one_after_the_other()
    {
        var merchant = await TestMerchant.Create(server);
        await Logins.Register(merchant, Email);
        for (var i = 0; i < 5; i++)
        {
            await Send(merchant, Email);
        }

        var refusal = await Expect.Refused("too_many_requests", HttpStatusCode.TooManyRequests, merchant.Shop.SendLoginLinkAsync(new SendLoginLinkRequest { Email = Email }));

        Assert.True(refusal.RetryAfter > TimeSpan.Zero);
        Assert.Equal(5L, await Mails(merchant));
    }

    [Fact]
    public async Task A_login_of_another_merchant_gets_no_mail()
    {
        var merchant = await TestMerchant.Create(server);
        await Logins.Register(merchant, Email);
        var other = await TestMerchant.Create(server);

        await Send(other, Email);

        Assert.Equal((0L, 0L), (await Mails(merchant), await Mails(other)));
    }

    [Fact]
    public async Task It_is_sent_once()
    {
        var merchant = await TestMerchant.Create(server);
        await Logins.Register(merchant, Email);
        await Expect.Once(server, HttpMethod.Post, "/v1/logins/link", merchant.PublishableKey, $$"""{"email": "{{Email}}"}""", """{"email": "b@firm.example"}""");
        Assert.Equal(1L, await Mails(merchant));
    }

    [Fact]
    public async Task It_needs_its_scope()
    {
        var merchant = await TestMerchant.Create(server);
        await Expect.Scope(server, merchant, "customers:write", HttpMethod.Post, "/v1/logins/link", $$"""{"email": "{{Email}}"}""");
    }

    private Task<RawAnswer> Send(TestMerchant merchant, string email) => server.Post("/v1/logins/link", merchant.PublishableKey, $$"""{"email": "{{email}}"}""");

    private async Task<long> Mails(TestMerchant merchant) =>
        Convert.ToInt64(await server.Database.Execute($"select count(*) from jobs where merchant_id = '{merchant.Id}' and kind = 'mail.loginLink'"));
}

[Collection(nameof(OnSqlite))]
public sealed class SendLoginLinkOnSqlite(ServerOnSqlite server) : SendLoginLinkTests(server);

[Collection(nameof(OnPostgres))]
public sealed class SendLoginLinkOnPostgres(ServerOnPostgres server) : SendLoginLinkTests(server);
