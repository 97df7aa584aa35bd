using System.Net;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Customers;

/// <summary>A3, A4: the e-mail is the buyer's login.</summary>
public abstract class LogInTests(RunningServer server)
{
    private const string Email = "olena@firm.example";

    [Fact]
    public async Task A_buyer_logs_in_and_acts_for_the_customer()
    {
        var merchant = await TestMerchant.Create(server);
        var customer = await Logins.WithPassword(server, merchant, Email);

        var login = await merchant.Shop.LogInAsync(Request(" Olena@FIRM.example "));

        Assert.Equal((customer.Id, CustomerRole.Administrator), (login.CustomerId, login.Role));
        Assert.Equal(server.Time.Now.AddHours(1), login.ExpiresAt);
        Assert.Equal(customer.Id, (await merchant.With(login.Token).GetCustomerAsync(customer.Id)).Id);
    }

    [Fact]
    public async Task Who_acts_for_many_chooses_one()
    {
        var merchant = await TestMerchant.Create(server);
        var first = await Logins.WithPassword(server, merchant, Email);
        server.Time.Advance(TimeSpan.FromMilliseconds(1));
        var second = await Logins.Register(merchant, Email, "Second");
        var foreign = await Logins.Register(merchant, "other@firm.example");

        var oldest = await merchant.Shop.LogInAsync(Request());
        var chosen = await merchant.Shop.LogInAsync(Request(customerId: second.Id));

        Assert.Equal([first.Id, second.Id], oldest.Customers.Select(customer => customer.CustomerId));
        Assert.Equal((first.Id, second.Id), (oldest.CustomerId, chosen.CustomerId));
        await Expect.NotFound("customer_not_found", merchant.With(chosen.Token).GetCustomerAsync(first.Id));
        await Expect.Refused("membership_missing", HttpStatusCode.Forbidden, merchant.Shop.LogInAsync(Request(customerId: foreign.Id)));
    }

    [Fact]
    public async Task A_wrong_password_an_unknown_e_mail_and_one_without_a_password_are_refused_alike()
    {
        var merchant = await TestMerchant.Create(server);
        await Logins.WithPassword(server, merchant, Email);
        await Logins.Register(merchant, "new@firm.example");

        var refusals = new List<BillingException>();
        foreach (var request in new[] { Request(password: "wrong"), Request("nobody@firm.example"), Request("new@firm.example"), Request("no address") })
        {
            refusals.Add(await Expect.Refused("login_wrong", HttpStatusCode.Forbidden, merchant.Shop.LogInAsync(request)));
        }

        Assert.Single(refusals.Select(refusal => refusal.Message).Distinct());
    }

    [Fact]
    public async Task A_login_of_one_merchant_is_unknown_to_another()
    {
        await Logins.WithPassword(server, await TestMerchant.Create(server), Email);
        await Expect.Refused("login_wrong", HttpStatusCode.Forbidden, (await TestMerchant.Create(server)).Shop.LogInAsync(Request()));
    }

    [Fact]
    public async Task Passwords_cannot_be_tried_one_after_the_other()
    {
        var merchant = await TestMerchant.Create(server);
        for (var i = 0; i < 10; i++)
        {
            await Expect.Refused("login_wrong", HttpStatusCode.Forbidden, merchant.Shop.LogInAsync(Request("guessed@firm.example", $"guess {i}")));
        }

        var refusal = await Expect.Refused("too_many_requests", HttpStatusCode.TooManyRequests, merchant.Shop.LogInAsync(Request("GUESSED@firm.example")));

        Assert.True(refusal.RetryAfter > TimeSpan.Zero);
        await Expect.Refused("login_wrong", HttpStatusCode.Forbidden, merchant.Shop.LogInAsync(Request("another@firm.example")));
    }

    [Fact]
    public async Task A_password_is_not_to_be_found_in_the_database()
    {
        var merchant = await TestMerchant.Create(server);
        await Logins.WithPassword(server, merchant, Email);

        var hash = (string)(await server.Database.Execute($"select password_hash from logins where merchant_id = '{merchant.Id}'"))!;

        Assert.StartsWith("pbkdf2-sha256$600000$", hash);
        Assert.DoesNotContain(Logins.Password, hash);
    }

    [Fact]
    public async Task A_wrong_password_is_not_remembered_under_the_key()
    {
        var merchant = await TestMerchant.Create(server);
        await Logins.Register(merchant, Email);
        var key = Guid.NewGuid().ToString();
        await Expect.Refused("login_wrong", HttpStatusCode.Forbidden, merchant.Shop.LogInAsync(Request(), idempotencyKey: key));

        await merchant.Shop.SetPasswordAsync(new SetPasswordRequest { Token = await Logins.MintLink(server, merchant, Email), Password = Logins.Password });

        Assert.NotEmpty((await merchant.Shop.LogInAsync(Request(), idempotencyKey: key)).Token);
    }

    [Theory]
    [InlineData("""{"email": "a@b.example"}""", "password")]
    [InlineData("""{"email": "", "password": "p"}""", "email")]
    [InlineData("""{"email": "a@b.example", "password": 12345}""", "password")]
    public async Task A_wrong_shape_names_the_field(string json, string field)
    {
        var merchant = await TestMerchant.Create(server);
        Expect.Misshapen(await server.Post("/v1/logins", merchant.PublishableKey, json), field);
    }

    [Fact]
    public async Task It_happens_once()
    {
        var merchant = await TestMerchant.Create(server);
        await Logins.WithPassword(server, merchant, Email);
        await Expect.Once(
            server,
            HttpMethod.Post,
            "/v1/logins",
            merchant.PublishableKey,
            $$"""{"email": "{{Email}}", "password": "{{Logins.Password}}"}""",
            $$"""{"email": "Olena@firm.example", "password": "{{Logins.Password}}"}""");
    }

    [Fact]
    public async Task It_needs_its_scope()
    {
        var merchant = await TestMerchant.Create(server);
        await Logins.WithPassword(server, merchant, Email);
        await Expect.Scope(server, merchant, "customers:write", HttpMethod.Post, "/v1/logins", $$"""{"email": "{{Email}}", "password": "{{Logins.Password}}"}""");
    }

    private static LogInRequest Request(string email = Email, string password = Logins.Password, string? customerId = null) =>
        new() { Email = email, Password = password, CustomerId = customerId };
}

[Collection(nameof(OnSqlite))]
public sealed class LogInOnSqlite(ServerOnSqlite server) : LogInTests(server);

[Collection(nameof(OnPostgres))]
public sealed class LogInOnPostgres(ServerOnPostgres server) : LogInTests(server);
