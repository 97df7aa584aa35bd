using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Tests.Plugins.Support;

namespace BillingHeadless.Tests.Plugins.Catalogue;

/// <summary>What a version has begun is carried on by it, then by one that says it can, and by no other.</summary>
public sealed class SlotTests : IAsyncLifetime
{
    private readonly PluginDirectory plugins = new();
    private readonly PluginEgress egress = new();
    private readonly PluginLoader loader = new(TimeProvider.System);
    private PluginCatalogue catalogue = null!;
    private PluginSlot slot = null!;

    public async Task InitializeAsync()
    {
        plugins.Add(PluginDirectory.Manifest("paid"));
        catalogue = await PluginCatalogue.LoadAsync(plugins.Root, loader, default);
        slot = catalogue.Find("paid")!;
    }

    [Fact]
    public async Task It_stays_with_its_version_while_that_is_loaded()
    {
        await OfferAsync("2.0.0", carriesOn: ">=1.0");

        Assert.Equal("1.0.0", VersionFor("1.0.0"));
        Assert.Equal("2.0.0", VersionFor("2.0.0"));
        Assert.Equal("2.0.0", Lease(slot.TryLease()));
    }

    [Fact]
    public async Task It_moves_to_a_newer_version_that_carries_on()
    {
        await OfferAsync("2.0.0", carriesOn: ">=1.0");
        await slot.ReleaseAsync(slot.Older[0], Call.Patience, default);

        Assert.Equal("2.0.0", VersionFor("1.0.0"));
        Assert.True(slot.CarriesOn(new SemanticVersion(1, 5, 0)));
        Assert.False(slot.CarriesOn(new SemanticVersion(3, 0, 0)));
    }

    [Fact]
    public async Task It_waits_when_no_version_carries_on()
    {
        await OfferAsync("2.0.0", carriesOn: null);
        await slot.ReleaseAsync(slot.Older[0], Call.Patience, default);

        var result = await new PluginCaller(egress, TimeProvider.System).CallAsync<IPaymentGateway, GatewayOutcome>(
            slot, new SemanticVersion(1, 0, 0), Call.Scope(), (gateway, host, end) => gateway.ExecuteAsync(Call.Start(), host, end), default);

        Assert.True(result.Fault!.NotCalled);
        Assert.Equal("No version of the plugin paid is loaded that carries on what 1.0.0 has begun.", result.Fault.Text);
    }

    [Fact]
    public async Task A_removed_plugin_still_carries_on_until_its_version_is_released()
    {
        slot.Exchange(null);

        Assert.Null(slot.TryLease());
        Assert.Null(catalogue.Find("paid"));
        Assert.Same(slot, catalogue.FindSlot("paid"));
        Assert.Equal("1.0.0", VersionFor("1.0.0"));

        await slot.ReleaseAsync(slot.Older[0], Call.Patience, default);
        Assert.Null(slot.TryLease(new SemanticVersion(1, 0, 0)));
    }

    [Fact]
    public async Task Released_versions_are_watched_until_they_have_left_the_memory()
    {
        for (var minor = 1; minor <= 5; minor++)
        {
            await OfferAsync($"1.{minor}.0", carriesOn: ">=1.0");
            await ReleaseOldestAsync();
        }

        await LetLeaveAsync();
        Assert.Empty(slot.Unloading);
        Assert.Equal(0, slot.Pinned);
    }

    [Fact]
    public async Task A_version_that_something_pins_is_told()
    {
        await OfferAsync("1.1.0", ">=1.0", "Forbidden.PinsItself");
        await new PluginCaller(egress, TimeProvider.System).ExecuteAsync(slot.Current!);
        await OfferAsync("1.2.0", ">=1.0");
        await ReleaseOldestAsync();
        await ReleaseOldestAsync();

        await LetLeaveAsync();

        Assert.Equal("1.1.0", Assert.Single(slot.Unloading).Version.ToString());
        Assert.Equal(1, slot.Pinned);
    }

    [Fact]
    public async Task Under_load_no_call_is_lost_while_versions_change()
    {
        const int Swaps = 20;
        using var end = new CancellationTokenSource();
        var caller = new PluginCaller(egress, TimeProvider.System);
        var buyers = Enumerable.Range(0, 8).Select(_ => BuyAsync(caller, end.Token)).ToList();

        for (var patch = 1; patch <= Swaps; patch++)
        {
            await OfferAsync($"1.0.{patch}", carriesOn: ">=1.0");
            await ReleaseOldestAsync();
        }

        await end.CancelAsync();
        Assert.All(await Task.WhenAll(buyers), calls => Assert.True(calls > 0));
        Assert.Equal(0, slot.Health.Faults);
    }

    public async Task DisposeAsync()
    {
        await catalogue.UnloadAsync(Call.Patience, default);
        egress.Dispose();
        plugins.Dispose();
    }

    private async Task OfferAsync(string version, string? carriesOn, string sample = "SampleGateway")
    {
        var manifest = PluginDirectory.Manifest("paid", sample, version);
        manifest["carriesOn"] = carriesOn ?? "=9.9.9";
        catalogue.Offer((await loader.LoadAsync(plugins.Add(manifest, $"paid-{version}"), default)).Plugin!);
    }

    private Task ReleaseOldestAsync() => slot.ReleaseAsync(slot.Older[^1], Call.Patience, default);

    private async Task LetLeaveAsync()
    {
        foreach (var watch in slot.Unloading)
        {
            await watch.IsCollectedAsync(default);
        }

        await catalogue.VerifyUnloadsAsync(default);
    }

    private async Task<int> BuyAsync(PluginCaller caller, CancellationToken end)
    {
        var calls = 0;
        do
        {
            var result = await caller.CallAsync<IPaymentGateway, GatewayOutcome>(
                slot, Call.Scope(), (gateway, host, cancel) => gateway.ExecuteAsync(Call.Start(), host, cancel), default);
            Assert.True(result.HasAnswer, result.Fault?.Text);
            calls++;
        }
        while (!end.IsCancellationRequested);
        return calls;
    }

    private string? VersionFor(string startedBy) => Lease(slot.TryLease(SemanticVersion.Parse(startedBy)!));

    private static string? Lease(PluginLease? lease)
    {
        using (lease)
        {
            return lease?.Plugin.Manifest.Version.ToString();
        }
    }
}
