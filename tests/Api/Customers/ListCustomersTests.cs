using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Customers;

public abstract class ListCustomersTests(RunningServer server)
{
    [Fact]
    public async Task Customers_are_found_by_e_mail_in_capitals_or_not_and_by_external_id()
    {
        var merchant = await TestMerchant.Create(server);
        var first = await merchant.Client.CreateCustomerAsync(new CreateCustomerRequest { Email = "a@firm.example", ExternalId = "1" });
        var second = await merchant.Client.CreateCustomerAsync(new CreateCustomerRequest { Email = "b@firm.example", ExternalId = "2" });

        Assert.Equal([first.Id], (await merchant.Client.ListCustomersAsync(email: " A@FIRM.example ")).Data.Select(customer => customer.Id));
        Assert.Equal([second.Id], (await merchant.Client.ListCustomersAsync(externalId: "2")).Data.Select(customer => customer.Id));
        Assert.Empty((await merchant.Client.ListCustomersAsync(email: "a@firm.example", externalId: "2")).Data);
        Assert.Empty((await merchant.Client.ListCustomersAsync(email: "not an address")).Data);
    }

    [Fact]
    public async Task Pages_carry_the_members_of_each()
    {
        var merchant = await TestMerchant.Create(server);
        for (var i = 0; i < 3; i++)
        {
            server.Time.Advance(TimeSpan.FromMilliseconds(1));
            await merchant.Client.CreateCustomerAsync(new CreateCustomerRequest { Name = $"{i}", Members = [new Member { Email = $"m{i}@firm.example", Role = CustomerRole.Employee }] });
        }

        var first = await merchant.Client.ListCustomersAsync(limit: 2);
        var second = await merchant.Client.ListCustomersAsync(limit: 2, cursor: first.NextCursor);

        Assert.Equal([("2", "m2@firm.example"), ("1", "m1@firm.example"), ("0", "m0@firm.example")], first.Data.Concat(second.Data).Select(customer => (customer.Name!, customer.Members.Single().Email)));
        Assert.Null(second.NextCursor);
    }

    [Fact]
    public async Task Another_merchants_customers_are_not_listed()
    {
        await (await TestMerchant.Create(server)).Client.CreateCustomerAsync(new CreateCustomerRequest { ExternalId = "1" });
        Assert.Empty((await (await TestMerchant.Create(server)).Client.ListCustomersAsync(externalId: "1")).Data);
    }

    [Fact]
    public async Task It_needs_its_scope()
    {
        var merchant = await TestMerchant.Create(server);
        await Expect.Scope(server, merchant, "customers:read", HttpMethod.Get, "/v1/customers");
    }
}

[Collection(nameof(OnSqlite))]
public sealed class ListCustomersOnSqlite(ServerOnSqlite server) : ListCustomersTests(server);

[Collection(nameof(OnPostgres))]
public sealed class ListCustomersOnPostgres(ServerOnPostgres server) : ListCustomersTests(server);
