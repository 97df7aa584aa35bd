using System.Net;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Customers;

/// <summary>Ruling 11: a customer token reads its own customer.</summary>
public abstract class GetCustomerTests(RunningServer server)
{
    [Fact]
    public async Task A_token_reads_its_own_customer_only()
    {
        var merchant = await TestMerchant.Create(server);
        var own = await merchant.Client.CreateCustomerAsync(new CreateCustomerRequest { Name = "Own" });
        var other = await merchant.Client.CreateCustomerAsync(new CreateCustomerRequest { Name = "Other" });
        var session = await merchant.Client.CreateCustomerSessionAsync(own.Id, new CreateCustomerSessionRequest { Role = CustomerRole.Employee, User = "u1" });
        var token = merchant.With(session.Token);

        Assert.Equal("Own", (await token.GetCustomerAsync(own.Id)).Name);
        await Expect.NotFound("customer_not_found", token.GetCustomerAsync(other.Id));
        await Expect.Refused("forbidden", HttpStatusCode.Forbidden, token.ListCustomersAsync());
        await Expect.Refused("forbidden", HttpStatusCode.Forbidden, token.UpdateCustomerAsync(own.Id, new UpdateCustomerRequest { Name = "Mine" }));
    }

    [Fact]
    public async Task Another_merchant_and_a_page_do_not_see_it()
    {
        var merchant = await TestMerchant.Create(server);
        var customer = await merchant.Client.CreateCustomerAsync(new CreateCustomerRequest());

        await Expect.NotFound("customer_not_found", (await TestMerchant.Create(server)).Client.GetCustomerAsync(customer.Id));
        await Expect.Refused("forbidden", HttpStatusCode.Forbidden, merchant.Shop.GetCustomerAsync(customer.Id));
    }

    [Fact]
    public async Task It_needs_its_scope()
    {
        var merchant = await TestMerchant.Create(server);
        var customer = await merchant.Client.CreateCustomerAsync(new CreateCustomerRequest());
        await Expect.Scope(server, merchant, "customers:read", HttpMethod.Get, $"/v1/customers/{customer.Id}");
    }
}

[Collection(nameof(OnSqlite))]
public sealed class GetCustomerOnSqlite(ServerOnSqlite server) : GetCustomerTests(server);

[Collection(nameof(OnPostgres))]
public sealed class GetCustomerOnPostgres(ServerOnPostgres server) : GetCustomerTests(server);
