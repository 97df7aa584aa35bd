using BillingHeadless.Conformance.Running;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.LiqPay;
using BillingHeadless.Tests.ProviderStubs.LiqPay;

namespace BillingHeadless.Tests.Gateways.Vectors;

/// <summary>What was computed elsewhere: the plugin and the stub must each agree with it alone.</summary>
public sealed class LiqPayVectorTests
{
    private const string PrivateKey = "a4825234f4bae72a0be04eafe9e8e2bada209255";

    private const string Request3 =
        "eyJwdWJsaWNfa2V5IjoiaTAwMDAwMDAwIiwidmVyc2lvbiI6IjMiLCJhY3Rpb24iOiJwYXkiLCJhbW91bnQiOiIzIiwiY3VycmVuY3kiOiJVQUgiLCJkZXNjcmlwdGlvbiI6InRlc3QiLCJvcmRlcl9pZCI6IjAwMDAwMSJ9";

    private const string Request7 =
        "eyJwdWJsaWNfa2V5IjoiaTAwMDAwMDAwIiwidmVyc2lvbiI6IjciLCJhY3Rpb24iOiJwYXkiLCJhbW91bnQiOiIzIiwiY3VycmVuY3kiOiJVQUgiLCJkZXNjcmlwdGlvbiI6InRlc3QiLCJvcmRlcl9pZCI6IjAwMDAwMSJ9";

    private const string Callback =
        "eyJwYXltZW50X2lkIjoxMjM0NTY3ODkwLCJhY3Rpb24iOiJwYXkiLCJzdGF0dXMiOiJzdWNjZXNzIiwidmVyc2lvbiI6MywidHlwZSI6ImJ1eSIsInBheXR5cGUiOiJjYXJkIiwicHVibGljX2tleSI6ImkwMDAwMDAwMCIsIm9yZGVyX2lkIjoiSU5WLTIwMjYtMDAwMDQyIiwibGlxcGF5X29yZGVyX2lkIjoiQUJDREVGMTcwMDAwMDAwMDAwMCIsImRlc2NyaXB0aW9uIjoiSW52b2ljZSBJTlYtMjAyNi0wMDAwNDIiLCJzZW5kZXJfY2FyZF9tYXNrMiI6IjQyNDI0Mio0MiIsImFtb3VudCI6MTI1MC41LCJjdXJyZW5jeSI6IlVBSCIsImNyZWF0ZV9kYXRlIjoxNzY3MjI1NjAwMDAwLCJlbmRfZGF0ZSI6MTc2NzIyNTY2MDAwMCwidHJhbnNhY3Rpb25faWQiOjEyMzQ1Njc4OTB9";

    [Fact]
    public void The_stub_signs_as_the_vectors_say()
    {
        Assert.Equal("wR+UZDC4jjeL/qUOvIsofIWpZh8=", LiqPayStub.Sign(Request3, PrivateKey));
        Assert.Equal("FiewFtq2SiJ0G621+GiBUGUWKY4=", LiqPayStub.Sign(Callback, PrivateKey));
    }

    [Theory]
    [InlineData(3, Request3, "wR+UZDC4jjeL/qUOvIsofIWpZh8=")]
    [InlineData(7, Request7, "Y+R+AkWWaDD6FHx0duE6ANMp8YU342qZcKPhYwrQ8tU=")]
    public void The_plugin_signs_as_the_vectors_say(int version, string data, string signature) => Assert.Equal(
        signature, SignedData.Signature(data, new LiqPaySettings(new Uri("https://www.liqpay.ua"), "i00000000", PrivateKey, version, false, TimeSpan.FromHours(1))));

    [Fact]
    public async Task The_plugin_takes_the_callback_of_the_vector()
    {
        var settings = new Dictionary<string, string> { ["apiUrl"] = "http://127.0.0.1:1", ["publicKey"] = "i00000000", ["privateKey"] = PrivateKey };
        using var host = new MerchantHost(settings, GatewayRun.Patience);
        var inbound = await new LiqPayGateway().ReceiveAsync(LiqPayCallbacks.OfData(Callback, "FiewFtq2SiJ0G621+GiBUGUWKY4=").ToMessage(), host, default);
        Assert.True(inbound.Authentic);
        var fact = Assert.Single(inbound.Facts);
        var paid = Assert.IsType<Succeeded>(fact.Outcome);
        Assert.Equal(("INV-2026-000042", "1234567890", new Money(125_050, new Currency("UAH"))), (fact.MerchantReference, paid.ProviderReference, paid.Amount));
    }
}
