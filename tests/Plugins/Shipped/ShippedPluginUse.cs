using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Activation;
using BillingHeadless.Plugins.Documents;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Tests.Plugins.Support;

namespace BillingHeadless.Tests.Plugins.Shipped;

/// <summary>Uses a plugin as far as one can without its provider: enough to fill the caches that could keep it in memory.</summary>
/// <param name="url">A server that takes the place of every provider.</param>
public sealed class ShippedPluginUse(string url) : IDisposable
{
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["apiKey"] = "a-key-of-twenty-four-signs",
        ["signingSecret"] = "a-secret-of-twenty-four-signs",
        ["webhookSecret"] = "whsec_a-secret",
        ["merchantLogin"] = "demo",
        ["password1"] = "a-password",
        ["password2"] = "a-password",
        ["recipient"] = "Vendor",
        ["account"] = "UA213223130000026007233566001",
        ["shopId"] = "100500",
        ["publicKey"] = "i00000000",
        ["privateKey"] = "a-private-key",
        ["token"] = "a-token-of-the-tests",
        ["noticeSecret"] = "whsec_AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=",
    };

    private readonly PluginEgress egress = new();

    public async Task<object?> CallAsync(LoadedPlugin plugin) => plugin.Manifest.Kind switch
    {
        PluginKind.PaymentGateway => await CallAsync<IPaymentGateway, GatewayOutcome>(
            plugin, (gateway, host, cancel) => gateway.ExecuteAsync(Call.Start(), host, cancel)),
        PluginKind.LicenceActivator => await CallAsync<ILicenceActivator, NoticeOutcome>(
            plugin, (activator, host, cancel) => activator.NotifyAsync(Notice, host, cancel)),
        _ => await CallAsync<IDocumentGenerator, DocumentOutcome>(
            plugin, (generator, host, cancel) => generator.GenerateAsync(Document, host, cancel)),
    };

    public void Dispose() => egress.Dispose();

    private static LicenceNotice Notice => new("lic_1", "prd_1", "shop.bitrix24.ua", null, "active", DateTimeOffset.UnixEpoch, "Basic");

    private static DocumentRequest Document => new()
    {
        Kind = DocumentKind.Act,
        Number = "2026-000001",
        IssuedOn = new DateOnly(2026, 11, 21),
        Language = "uk",
        Seller = new DocumentParty("Продавець"),
        Buyer = new DocumentParty("Покупець"),
        Lines = [],
        Taxes = [],
        Total = Money.Zero(new Currency("UAH")),
        Html = "<h1>Акт</h1><table><tr><td>1</td></tr></table>",
        Title = "Акт",
    };

    private async Task<object?> CallAsync<TPort, TAnswer>(LoadedPlugin plugin, PortCall<TPort, TAnswer> call)
        where TPort : class
        where TAnswer : class
    {
        var known = plugin.Manifest.Settings;
        var addresses = new Dictionary<string, string> { ["baseUrl"] = url, ["noticeUrl"] = url, ["apiUrl"] = url, ["secretKey"] = plugin.Manifest.Id == "stripe" ? "sk_test_a-key" : "test_a-key", ["paymentUrl"] = url, ["refundUrl"] = url };
        var scope = Call.Scope() with { Settings = Settings.Concat(addresses).Where(setting => known.Find(setting.Key) is not null).ToDictionary() };
        Assert.Empty(known.Validate(scope.Settings));
        var result = await new PluginCaller(egress, TimeProvider.System).CallAsync(plugin, scope, call, default);
        Assert.True(result.HasAnswer, result.Fault?.Text);
        return result.Answer;
    }
}
