using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Tests.Sandbox.World;

namespace BillingHeadless.Tests.Sandbox;

/// <summary>Whatever goes wrong on the way: the plugin never claims more than it knows (ruling 17).</summary>
public sealed class FailureTests : SandboxTest
{
    private const string Checkout =
        """{"id":"chk_1","reference":"pay_1","status":"open","amount":190000,"currency":"UAH","page":"http://127.0.0.1/pay"}""";

    [Fact]
    public async Task A_provider_that_is_not_there_was_sent_nothing()
    {
        var nowhere = World.NewHost(baseUrl: "http://127.0.0.1:1/sandbox");
        var unnamed = World.NewHost(baseUrl: "http://nobody.invalid/sandbox");

        foreach (var host in new[] { nowhere, unnamed })
        {
            Assert.Equal(NotSentKind.ConnectFailed, Assert.IsType<NotSent>(await ExecuteAsync(World.Payment(), host)).Kind);
            Assert.Equal(new Unknown(UnknownKind.ConnectionLost), await World.QueryAsync(World.Payment(), host));
            Assert.Equal(ProbeVerdict.CannotTell, (await World.Gateway.ProbeAsync(host, CancellationToken.None)).Verdict);
        }
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_request_is_unknown()
    {
        await using var server = new RawServer("");

        Assert.Equal(new Unknown(UnknownKind.ConnectionLost), await ExecuteAsync(World.Payment(), World.NewHost(baseUrl: server.BaseUrl)));
    }

    [Fact]
    public async Task Silence_is_unknown_when_the_time_is_over()
    {
        await using var server = new RawServer([null]);
        var impatient = World.NewHost(baseUrl: server.BaseUrl, budget: TimeSpan.FromSeconds(2));

        Assert.Equal(new Unknown(UnknownKind.Timeout), await ExecuteAsync(World.Payment(), impatient));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    [InlineData(408)]
    public async Task A_provider_that_fails_may_have_done_it(int status)
    {
        Assert.Equal(new Unknown(UnknownKind.ProviderFailed), await ExecuteAgainstAsync(RawServer.Answer(status, "oops")));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n" + Checkout)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n<p>")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n")]
    public async Task An_answer_that_makes_no_sense_is_unknown(string answer)
    {
        Assert.Equal(new Unknown(UnknownKind.UnparsableReply), await ExecuteAgainstAsync(answer));
    }

    [Theory]
    [InlineData("pay_1", "pay_2")]
    [InlineData("\"open\"", "\"exploded\"")]
    [InlineData("\"open\"", "7")]
    [InlineData("http://127.0.0.1/pay", "not an address")]
    public async Task An_answer_about_something_else_is_unknown(string part, string other)
    {
        var sound = await ExecuteAgainstAsync(RawServer.Answer(200, Checkout), "pay_1");
        Assert.IsType<ActionNeeded>(sound);

        var odd = await ExecuteAgainstAsync(RawServer.Answer(200, Checkout.Replace(part, other, StringComparison.Ordinal)), "pay_1");
        Assert.Equal(new Unknown(UnknownKind.UnparsableReply), odd);
    }

    [Fact]
    public async Task An_endless_answer_is_unknown()
    {
        Assert.Equal(
            new Unknown(UnknownKind.UnparsableReply), await ExecuteAgainstAsync(RawServer.Answer(200, new string(' ', 1_100_000) + Checkout)));
    }

    [Fact]
    public async Task A_busy_provider_says_when_to_come_back()
    {
        var outcome = Assert.IsType<NotSent>(await ExecuteAgainstAsync(RawServer.Answer(429, "", "Retry-After: 7\r\n")));

        Assert.Equal((NotSentKind.RateLimited, TimeSpan.FromSeconds(7)), (outcome.Kind, outcome.RetryAfter));
    }

    [Theory]
    [InlineData(400, NotSentKind.InvalidRequest)]
    [InlineData(422, NotSentKind.InvalidRequest)]
    [InlineData(404, NotSentKind.InvalidRequest)]
    [InlineData(401, NotSentKind.NotConfigured)]
    [InlineData(403, NotSentKind.NotConfigured)]
    public async Task A_refusal_is_proof_that_nothing_was_done(int status, NotSentKind kind)
    {
        Assert.Equal(kind, Assert.IsType<NotSent>(await ExecuteAgainstAsync(RawServer.Answer(status, "no"))).Kind);
    }

    [Theory]
    [InlineData(404, UnknownKind.UnparsableReply)]
    [InlineData(401, UnknownKind.UnparsableReply)]
    [InlineData(429, UnknownKind.ProviderFailed)]
    [InlineData(500, UnknownKind.ProviderFailed)]
    public async Task Not_found_counts_only_in_the_providers_own_words(int status, UnknownKind kind)
    {
        await using var server = new RawServer(RawServer.Answer(status, "no"));

        Assert.Equal(new Unknown(kind), await World.QueryAsync(World.Payment(), World.NewHost(baseUrl: server.BaseUrl)));
    }

    [Theory]
    [InlineData(500, NotSentKind.ConnectFailed)]
    [InlineData(409, NotSentKind.NotConfigured)]
    public async Task When_the_account_cannot_be_opened_the_payment_was_not_sent(int status, NotSentKind kind)
    {
        var unknownAccount = RawServer.Answer(401, """{"status":401,"code":"account_unknown","detail":"open it"}""");
        await using var server = new RawServer(unknownAccount, RawServer.Answer(status, "no"));

        var outcome = await ExecuteAsync(World.Payment(), World.NewHost(baseUrl: server.BaseUrl));

        Assert.Equal(kind, Assert.IsType<NotSent>(outcome).Kind);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_before_it_is_sent_was_not_sent()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        var outcome = await World.Gateway.ExecuteAsync(World.Payment(), World.Merchant, cancel.Token);

        Assert.Equal(NotSentKind.Cancelled, Assert.IsType<NotSent>(outcome).Kind);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_after_it_was_sent_is_unknown()
    {
        await using var server = new RawServer([null]);
        using var cancel = new CancellationTokenSource();

        var calling = World.Gateway.ExecuteAsync(World.Payment(), World.NewHost(baseUrl: server.BaseUrl), cancel.Token);
        await server.RequestRead;
        await cancel.CancelAsync();

        Assert.Equal(new Unknown(UnknownKind.Timeout), await calling);
    }

    [Fact]
    public async Task After_an_unknown_start_the_query_finds_the_truth_in_both_worlds()
    {
        var reached = World.Payment();
        var lost = World.Payment();
        await World.StartAsync(reached);
        await using var server = new RawServer("");
        Assert.IsType<Unknown>(await ExecuteAsync(lost, World.NewHost(baseUrl: server.BaseUrl)));

        Assert.IsType<ActionNeeded>(await World.QueryAsync(reached));
        Assert.Equal(new NotFound(), await World.QueryAsync(lost));
    }

    [Fact]
    public async Task Settings_that_are_missing_are_named()
    {
        using var bare = new TestHost(new Dictionary<string, string>(), World.Clock, TimeSpan.FromSeconds(5));

        var outcome = Assert.IsType<NotSent>(await ExecuteAsync(World.Payment(), bare));
        Assert.Equal(NotSentKind.NotConfigured, outcome.Kind);
        Assert.Contains("apiKey", outcome.Detail);
        Assert.Equal(new Unknown(UnknownKind.PluginFailed), await World.QueryAsync(World.Payment(), bare));
        Assert.Equal(ProbeVerdict.NotUsable, (await World.Gateway.ProbeAsync(bare, CancellationToken.None)).Verdict);
    }

    [Fact]
    public async Task Secrets_are_in_nothing_that_the_plugin_says()
    {
        await using var server = new RawServer("");
        var host = World.NewHost(baseUrl: server.BaseUrl);

        var outcome = await ExecuteAsync(World.Payment(), host);
        var refused = await ExecuteAsync(World.Payment(), World.NewHost(baseUrl: "http://127.0.0.1:1/"));

        var said = string.Join('\n', host.Lines.Append(outcome.ToString()).Append(refused.ToString()));
        Assert.NotEmpty(host.Lines);
        Assert.DoesNotContain(host.Settings.Text("apiKey"), said);
        Assert.DoesNotContain(host.Settings.Text("signingSecret"), said);
    }

    private async Task<GatewayOutcome> ExecuteAgainstAsync(string answer, string? reference = null)
    {
        await using var server = new RawServer(answer);
        var payment = World.Payment();
        payment = reference is null ? payment : payment with { Key = payment.Key with { MerchantReference = reference } };
        return await ExecuteAsync(payment, World.NewHost(baseUrl: server.BaseUrl));
    }

    private async Task<GatewayOutcome> ExecuteAsync(GatewayCommand command, IPluginHost host) =>
        await World.Gateway.ExecuteAsync(command, host, CancellationToken.None);
}
