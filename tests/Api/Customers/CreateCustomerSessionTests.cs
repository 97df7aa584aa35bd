using System.Net;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Customers;

/// <summary>Ruling 11: a customer token lasts an hour and belongs to one customer and role.</summary>
public abstract class CreateCustomerSessionTests(RunningServer server)
{
    [Fact]
    public async Task A_token_lasts_an_hour()
    {
        var (merchant, customer) = await Registered();

        var session = await merchant.Client.CreateCustomerSessionAsync(customer.Id, Request(CustomerRole.Administrator));

        Assert.StartsWith("ct_", session.Token);
        Assert.Equal(server.Time.Now.AddHours(1), session.ExpiresAt);
        Assert.StartsWith($"{server.Client.BaseAddress}m/{merchant.Id}/login/link/", session.Url);
        Assert.DoesNotContain(session.Token, session.Url);
        server.Time.Advance(TimeSpan.FromMinutes(59));
        await merchant.With(session.Token).GetCustomerAsync(customer.Id);
        server.Time.Advance(TimeSpan.FromMinutes(1));
        await Expect.Refused("unauthenticated", HttpStatusCode.Unauthorized, merchant.With(session.Token).GetCustomerAsync(customer.Id));
    }

    [Fact]
    public async Task Only_hashes_of_token_and_link_are_kept()
    {
        var (merchant, customer) = await Registered();
        var session = await merchant.Client.CreateCustomerSessionAsync(customer.Id, Request(CustomerRole.Employee));
        var link = session.Url[(session.Url.LastIndexOf('/') + 1)..];

        Assert.Equal(2L, Convert.ToInt64(await server.Database.Execute($"select count(*) from sessions where customer_id = '{customer.Id}'")));
        Assert.Equal(0L, Convert.ToInt64(await server.Database.Execute($"select count(*) from sessions where token_hash in ('{session.Token}', '{link}')")));
    }

    [Fact]
    public async Task Another_merchants_customer_is_not_found()
    {
        var (_, customer) = await Registered();
        var other = await TestMerchant.Create(server);
        await Expect.NotFound("customer_not_found", other.Client.CreateCustomerSessionAsync(customer.Id, Request(CustomerRole.Administrator)));
    }

    [Fact]
    public async Task A_token_of_one_merchant_is_nothing_at_another()
    {
        var (merchant, customer) = await Registered();
        var session = await merchant.Client.CreateCustomerSessionAsync(customer.Id, Request(CustomerRole.Administrator));
        var foreign = await (await TestMerchant.Create(server)).Client.CreateCustomerAsync(new CreateCustomerRequest());

        await Expect.NotFound("customer_not_found", merchant.With(session.Token).GetCustomerAsync(foreign.Id));
    }

    [Theory]
    [InlineData("""{"role": "administrator"}""", "user")]
    [InlineData("""{"user": "u"}""", "role")]
    [InlineData("""{"role": "owner", "user": "u"}""", "role")]
    public async Task A_wrong_shape_names_the_field(string json, string field)
    {
        var (merchant, customer) = await Registered();
        Expect.Misshapen(await server.Post($"/v1/customers/{customer.Id}/sessions", merchant.SecretKey, json), field);
    }

    [Fact]
    public async Task It_is_opened_once()
    {
        var (merchant, customer) = await Registered();
        await Expect.Once(
            server,
            HttpMethod.Post,
            $"/v1/customers/{customer.Id}/sessions",
            merchant.SecretKey,
            """{"role": "employee", "user": "a"}""",
            """{"role": "administrator", "user": "a"}""");
    }

    [Fact]
    public async Task It_needs_its_scope()
    {
        var (merchant, customer) = await Registered();
        await Expect.Scope(server, merchant, "customers:write", HttpMethod.Post, $"/v1/customers/{customer.Id}/sessions", """{"role": "employee", "user": "a"}""");
    }

    private static CreateCustomerSessionRequest Request(CustomerRole role) => new() { Role = role, User = "u1" };

    private async Task<(TestMerchant Merchant, Customer Customer)> Registered()
    {
        var merchant = await TestMerchant.Create(server);
        return (merchant, await merchant.Client.CreateCustomerAsync(new CreateCustomerRequest()));
    }
}

[Collection(nameof(OnSqlite))]
public sealed class CreateCustomerSessionOnSqlite(ServerOnSqlite server) : CreateCustomerSessionTests(server);

[Collection(nameof(OnPostgres))]
public sealed class CreateCustomerSessionOnPostgres(ServerOnPostgres server) : CreateCustomerSessionTests(server);
