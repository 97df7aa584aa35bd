using System.Net;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Tests.Plugins.Support;
using Microsoft.AspNetCore.Http;

namespace BillingHeadless.Tests.Plugins.Egress;

/// <summary>A plugin reaches the hosts of its manifest, at public addresses, and nothing else (ruling 20).</summary>
public sealed class HostGuardTests : IAsyncLifetime, IDisposable
{
    private readonly PluginDirectory plugins = new();
    private readonly Observer observer = new();
    private readonly List<string> resolved = [];
    private PluginEgress egress = null!;
    private LoadedPlugin plugin = null!;
    private Stub stub = null!;

    /// <summary>What the name service answers, for every name.</summary>
    private IPAddress[] Addresses { get; set; } = [IPAddress.Loopback];

    public async Task InitializeAsync()
    {
        stub = await Stub.StartAsync(AnswerAsync);
        egress = new PluginEgress(observer, (host, _) =>
        {
            resolved.Add(host.Host);
            return ValueTask.FromResult<IReadOnlyList<IPEndPoint>>([.. Addresses.Select(address => new IPEndPoint(address, stub.Port))]);
        });
        plugin = (await new PluginLoader(TimeProvider.System).LoadAsync(plugins.Add("calls", "Calls"), default)).Plugin!;
    }

    [Theory]
    [InlineData("http://pay.example/ok")]
    [InlineData("http://sandbox.example:443/ok")]
    [InlineData("http://my.portal.example/ok")]
    public async Task A_declared_host_is_reached(string url) => Assert.Equal(new Unsupported("200 ok"), await GetAsync(url));

    [Theory]
    [InlineData("http://other.example/ok")]
    [InlineData("http://pay.example.evil.example/ok")]
    [InlineData("http://pay.example:8080/ok")]
    [InlineData("http://pay.example@other.example/ok")]
    [InlineData("http://sandbox.example:8443/ok")]
    [InlineData("http://other.portal.example/ok")]
    [InlineData("http://127.0.0.1/ok")]
    public async Task A_host_that_is_not_declared_is_refused_before_anything_is_sent(string url)
    {
        Assert.Contains("does not declare that host", Detail(await GetAsync(url)));
        Assert.Equal(0, stub.Requests);
        Assert.Empty(resolved);
        Assert.Empty(observer.Seen);
    }

    [Theory]
    [InlineData("http://pay.example/ok", "only https")]
    [InlineData("http://my.portal.example/ok", "only https")]
    public async Task A_live_merchant_has_https_only(string url, string words)
    {
        Assert.Contains(words, Detail(await GetAsync(url, testMode: false)));
        Assert.Empty(resolved);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    public async Task A_name_that_leads_inside_is_refused_to_a_live_merchant(string address)
    {
        Addresses = [IPAddress.Parse(address)];

        Assert.Contains("may not reach", Detail(await GetAsync("https://my.portal.example/ok", testMode: false)));
        Assert.Equal(["my.portal.example"], resolved);
        Assert.Equal(0, stub.Requests);
    }

    [Fact]
    public async Task A_name_with_one_address_inside_is_refused_whole()
    {
        Addresses = [IPAddress.Parse("8.8.8.8"), IPAddress.Parse("192.168.0.1")];

        Assert.Contains("may not reach", Detail(await GetAsync("https://pay.example/ok", testMode: false)));
    }

    [Fact]
    public async Task A_portal_that_is_an_inner_address_is_refused()
    {
        await using var system = await Stub.StartAsync(AnswerAsync);
        using var plain = new PluginEgress();
        var scope = Call.Scope(testMode: false) with { Portal = $"127.0.0.1:{system.Port}" };

        var result = await new PluginCaller(plain, TimeProvider.System).ExecuteAsync(plugin, scope, $"https://127.0.0.1:{system.Port}/ok");

        Assert.Contains("may not reach", Detail(result.Answer));
        Assert.Equal(0, system.Requests);
    }

    [Fact]
    public async Task A_name_that_changes_its_address_is_checked_at_every_connection()
    {
        // The connection is kept after the first answer; the second is forced by the stub, and finds the name rebound.
        Assert.Equal(new Unsupported("200 ok"), await GetAsync("http://pay.example/close"));

        Addresses = [IPAddress.Parse("169.254.169.254")];
        Assert.Contains("may not reach", Detail(await GetAsync("http://pay.example/ok")));
        Assert.Equal(1, stub.Requests);
    }

    [Fact]
    public async Task A_connection_of_a_test_merchant_is_never_a_live_merchants()
    {
        Assert.Equal(new Unsupported("200 ok"), await GetAsync("http://sandbox.example:443/ok"));

        Assert.Contains("may not reach", Detail(await GetAsync("https://sandbox.example/ok", testMode: false)));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        Assert.Equal(new Unsupported("302 "), await GetAsync("http://pay.example/redirect"));
        Assert.Equal(1, stub.Requests);
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off() =>
        Assert.Contains("longer than", Detail(await GetAsync("http://pay.example/endless")));

    [Fact]
    public async Task Every_call_is_observed_before_and_after_without_its_query()
    {
        await GetAsync("http://pay.example/ok?secret=1");
        await GetAsync("http://pay.example/abort");

        Assert.Equal(
            ["before GET pay.example/ok", "after GET pay.example/ok", "before GET pay.example/abort", "after GET pay.example/abort"], observer.Seen);
    }

    public void Dispose()
    {
        egress.Dispose();
        plugins.Dispose();
    }

    public async Task DisposeAsync() => await stub.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context)
    {
        switch (context.Request.Path)
        {
            case "/redirect":
                context.Response.Redirect("http://169.254.169.254/");
                break;
            case "/abort":
                context.Abort();
                break;
            case "/endless":
                var chunk = new byte[64 * 1024];
                while (!context.RequestAborted.IsCancellationRequested)
                {
                    await context.Response.Body.WriteAsync(chunk);
                }

                break;
            case "/close":
                context.Response.Headers.Connection = "close";
                await context.Response.WriteAsync("ok");
                break;
            default:
                await context.Response.WriteAsync("ok");
                break;
        }
    }

    private static string Detail(GatewayOutcome? outcome) => Assert.IsType<NotSent>(outcome).Detail!;

    private async Task<GatewayOutcome?> GetAsync(string url, bool testMode = true)
    {
        var scope = Call.Scope(testMode) with { Portal = "my.portal.example" };
        return (await new PluginCaller(egress, TimeProvider.System).ExecuteAsync(plugin, scope, url)).Answer;
    }

    private sealed class Observer : IOutgoingCallObserver
    {
        private readonly List<string> seen = [];

        public IReadOnlyList<string> Seen => seen;

        public void Before(OutgoingCall call) => seen.Add($"before {call.Method} {call.Host}{call.Path}");

        public void After(OutgoingCall call) => seen.Add($"after {call.Method} {call.Host}{call.Path}");
    }
}
