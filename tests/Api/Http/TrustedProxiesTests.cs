using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Http;

/// <summary>Rule A5 behind a proxy: the buyer's own address is known, and nobody can make one up.</summary>
public sealed class TrustedProxiesTests
{
    private const string Nowhere = "https://127.0.0.1:9";

    [Theory]
    [InlineData("127.0.0.1", "203.0.113.7", "203.0.113.7")]
    [InlineData("127.0.0.1", "198.51.100.1, 203.0.113.7", "203.0.113.7")]
    [InlineData("127.0.0.0/8", "203.0.113.7, 127.0.0.9", "203.0.113.7")]
    [InlineData("127.0.0.1", "2001:db8::7", "2001:db8::7")]
    [InlineData("10.0.0.0/8", "203.0.113.7", "127.0.0.1")]
    [InlineData("", "203.0.113.7", "127.0.0.1")]
    public async Task A5_a_consent_keeps_the_address_that_a_trusted_proxy_tells(string trusted, string forwarded, string kept)
    {
        await using var server = await Start($"--Billing:TrustedProxies={trusted}");
        var shop = await Shop.Open(server);
        var request = shop.NewOrder();
        request.Consents = [new ConsentRequest { AgreementId = shop.Agreement.Id }];
        using var proxy = new Proxy(forwarded);

        var order = await BillingClient.Connect(server.Client.BaseAddress!, shop.Merchant.PublishableKey, proxy).CreateOrderAsync(request);

        Assert.Equal(kept, Assert.Single((await shop.Api.ListConsentsAsync(order.Id)).Data).IpAddress);
    }

    [Theory]
    [InlineData("--Billing:PublicUrl=" + Nowhere, "http", true)]
    [InlineData("--Billing:TrustedProxies=127.0.0.1", "https", true)]
    [InlineData("--Billing:TrustedProxies=127.0.0.1", "http", false)]
    [InlineData("--Billing:TrustedProxies=10.0.0.7", "https", false)]
    public async Task A_cookie_does_not_travel_unencrypted_where_the_buyer_came_by_tls(string setting, string forwarded, bool isSecure)
    {
        await using var server = await Start(setting);
        var merchant = await TestMerchant.Create(server);

        var page = await server.Send(HttpMethod.Get, $"/m/{merchant.Id}/login?lang=kk", key: null, change: request => request.Headers.Add("X-Forwarded-Proto", forwarded));

        Assert.Equal(isSecure, page.Header("Set-Cookie")!.Contains("; secure", StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<RunningServer> Start(string setting)
    {
        var server = new RunningServer(DatabaseKind.Sqlite) { Settings = [setting] };
        await server.InitializeAsync();
        return server;
    }

    /// <summary>Says for whom it asks.</summary>
    private sealed class Proxy(string forwarded) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Forwarded-For", forwarded);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
