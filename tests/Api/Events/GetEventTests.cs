using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Events;

public abstract class GetEventTests(RunningServer server)
{
    [Fact]
    public async Task An_event_is_read_as_it_was_listed()
    {
        var merchant = await TestMerchant.Create(server);
        var customer = await merchant.Client.CreateCustomerAsync(new CreateCustomerRequest { ExternalId = "7" });
        var listed = (await merchant.Client.ListEventsAsync()).Data.Single();

        var read = await merchant.Client.GetEventAsync(listed.Id);

        Assert.Equal((listed.Sequence, "customer.created", customer.CreatedAt), (read.Sequence, read.Type, read.OccurredAt));
        Assert.Equal("7", read.Data.GetProperty("externalId").GetString());
    }

    [Fact]
    public async Task Another_merchants_event_is_not_found()
    {
        var merchant = await TestMerchant.Create(server);
        await merchant.Client.CreateCustomerAsync(new CreateCustomerRequest());
        var happened = (await merchant.Client.ListEventsAsync()).Data.Single();

        await Expect.NotFound("event_not_found", (await TestMerchant.Create(server)).Client.GetEventAsync(happened.Id));
        await Expect.NotFound("event_not_found", merchant.Client.GetEventAsync("evt_nonsense"));
    }

    [Fact]
    public async Task It_needs_its_scope()
    {
        var merchant = await TestMerchant.Create(server);
        await Expect.Scope(server, merchant, "events:read", HttpMethod.Get, "/v1/events/evt_1");
    }
}

[Collection(nameof(OnSqlite))]
public sealed class GetEventOnSqlite(ServerOnSqlite server) : GetEventTests(server);

[Collection(nameof(OnPostgres))]
public sealed class GetEventOnPostgres(ServerOnPostgres server) : GetEventTests(server);
