using System.Net;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Operations;

public abstract class OperationsTests(RunningServer server)
{
    [Fact]
    public async Task It_says_that_it_lives_and_is_ready()
    {
        var live = await server.Read("/health/live", key: null);
        var ready = await server.Read("/health/ready", key: null);
        Assert.Equal((HttpStatusCode.OK, """{"status":"live"}"""), (live.Status, live.Text));
        Assert.Equal(HttpStatusCode.OK, ready.Status);
        Assert.Equal("ready", ready.Body.GetProperty("status").GetString());
        Assert.Equal(["database", "plugins", "documents"], ready.Body.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Metrics_count_requests_by_route_and_show_a_payment_that_nobody_knows_of()
    {
        var shop = await Shop.Open(server);
        var order = await shop.Place();
        await shop.SetGateway(("baseUrl", "http://127.0.0.1:9/sandbox"), ("apiKey", new string('k', 24)), ("signingSecret", new string('s', 24)));
        await shop.Api.GetOrderAsync(order.Id);
        var metrics = (await server.Read("/metrics", key: null)).Text;

        Assert.Contains("http_server_request_duration_seconds_count{method=\"GET\",route=\"/v1/orders/{id}\",status=\"200\"}", metrics);
        Assert.Contains("# TYPE billing_oldest_unknown_payment_seconds gauge", metrics);
        Assert.Contains("billing_jobs_failed ", metrics);
        Assert.Contains("billing_plugin_contexts{plugin=\"documents-pdf\",state=\"loaded\"} 1\n", metrics);
        Assert.Contains("billing_plugin_contexts{plugin=\"documents-pdf\",state=\"unloading\"} 0\n", metrics);
    }
}

[Collection(nameof(OnSqlite))]
public sealed class OperationsOnSqlite(ServerOnSqlite server) : OperationsTests(server);

[Collection(nameof(OnPostgres))]
public sealed class OperationsOnPostgres(ServerOnPostgres server) : OperationsTests(server);
