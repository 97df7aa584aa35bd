using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Plugins.Sandbox;
using BillingHeadless.Plugins.Toolkit;
using BillingHeadless.Tests.Sandbox.World;

namespace BillingHeadless.Tests.Sandbox;

/// <summary>The plugin as the server has it: read by its manifest, in a load context of its own, over the guarded way out.</summary>
public sealed class HostedTests : SandboxTest
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(30);

    private readonly string folder = Directory.CreateTempSubdirectory("sandbox-plugin-").FullName;
    private readonly PluginEgress egress = new();

    [Fact]
    public async Task The_manifest_loads_and_says_what_the_plugin_says()
    {
        var plugin = await LoadAsync();

        var card = Assert.IsType<GatewayCard>(plugin.Card);
        Assert.Equal(card.Titles, plugin.Manifest.Titles);
        Assert.Equal(["uk", "en", "ru", "kk"], card.Titles.Keys);
        Assert.Equal([new SettingHost("baseUrl")], plugin.Manifest.Hosts);
        Assert.Equal(["$setting:baseUrl"], card.PageHosts);
        Assert.All(plugin.Manifest.Settings.Settings, setting => Assert.Equal(4, setting.Titles.Count));
        Assert.Equal(["apiKey", "signingSecret"], plugin.Manifest.Settings.Settings.Where(setting => setting.Secret).Select(setting => setting.Name));
    }

    [Fact]
    public async Task A_purchase_and_its_refund_go_through_the_real_door_and_the_plugin_leaves_the_memory()
    {
        var plugin = await LoadAsync();
        var payment = World.Payment();

        var page = Assert.IsType<Redirect>(Assert.IsType<ActionNeeded>(await ExecuteAsync(plugin, payment)).Action).Url;
        await SandboxWorld.AssertBackInShopAsync(await World.PostCardAsync(page, SandboxWorld.Succeeds));
        var message = await World.Inbox.NextAsync();
        var inbound = await CallAsync(plugin, Scope(), (gateway, host, cancel) => gateway.ReceiveAsync(message, host, cancel));
        Assert.Equal(payment.Amount, Assert.IsType<Succeeded>(Assert.Single(inbound.Facts).Outcome).Amount);
        Assert.IsType<Succeeded>(await ExecuteAsync(plugin, World.Refund(payment, 190_000)));
        Assert.Equal(2, (await World.BookAsync()).Count);

        var watch = await plugin.UnloadAsync(Budget, CancellationToken.None);
        Assert.True(await watch.IsCollectedAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Failures_mean_the_same_behind_the_guard()
    {
        var plugin = await LoadAsync();
        await using var broken = new RawServer("");
        await using var torn = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{");

        foreach (var baseUrl in new[] { "http://127.0.0.1:1/sandbox", "http://10.0.0.1/sandbox" })
        {
            var outcome = await ExecuteAsync(plugin, World.Payment(), baseUrl);
            Assert.Equal(NotSentKind.ConnectFailed, Assert.IsType<NotSent>(outcome).Kind);
        }

        Assert.Equal(new Unknown(UnknownKind.ConnectionLost), await ExecuteAsync(plugin, World.Payment(), broken.BaseUrl));
        Assert.Equal(new Unknown(UnknownKind.UnparsableReply), await ExecuteAsync(plugin, World.Payment(), torn.BaseUrl));
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        egress.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<LoadedPlugin> LoadAsync()
    {
        var toolkit = typeof(ProviderExchange).Assembly.Location;
        foreach (var file in new[] { typeof(SandboxGateway).Assembly.Location, toolkit, Path.Combine(AppContext.BaseDirectory, PluginManifest.FileName) })
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        var loading = await new PluginLoader(TimeProvider.System).LoadAsync(folder, CancellationToken.None);
        Assert.True(loading.Failure is null, string.Join('\n', loading.Failure?.Sentences ?? []));
        return loading.Plugin!;
    }

    private PluginScope Scope(string? baseUrl = null) => new()
    {
        MerchantId = World.Merchant.MerchantId,
        TestMode = true,
        Settings = new Dictionary<string, string>
        {
            ["baseUrl"] = baseUrl ?? World.BaseUrl.ToString(),
            ["apiKey"] = World.Merchant.Settings.Text("apiKey"),
            ["signingSecret"] = World.Merchant.Settings.Text("signingSecret"),
        },
        Clock = World.Clock,
        Log = World.Merchant,
        Budget = Budget,
    };

    private Task<GatewayOutcome> ExecuteAsync(LoadedPlugin plugin, GatewayCommand command, string? baseUrl = null) =>
        CallAsync(plugin, Scope(baseUrl), (gateway, host, cancel) => gateway.ExecuteAsync(command, host, cancel));

    private async Task<TAnswer> CallAsync<TAnswer>(LoadedPlugin plugin, PluginScope scope, PortCall<IPaymentGateway, TAnswer> call)
        where TAnswer : class
    {
        var result = await new PluginCaller(egress, TimeProvider.System).CallAsync(plugin, scope, call, CancellationToken.None);
        Assert.True(result.HasAnswer, result.Fault?.Text);
        return result.Answer!;
    }
}
