using System.Runtime.CompilerServices;
using System.Text.Json;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Tests.Plugins.Support;

namespace BillingHeadless.Tests.Plugins.Loading;

/// <summary>A version leaves the memory when its calls have ended, and it is checked that it has.</summary>
public sealed class UnloadTests : IDisposable
{
    private const int Cycles = 50;

    private readonly PluginDirectory plugins = new();
    private readonly PluginEgress egress = new();
    private readonly PluginLoader loader = new(TimeProvider.System);

    [Theory]
    [InlineData("SampleGateway")]
    [InlineData("UsesItsLibrary")]
    [InlineData("ThrowsInACall")]
    [InlineData("AnswersNonsense")]
    [InlineData("Forbidden.UsesReflectionJson")]
    public async Task A_version_that_was_used_is_collected(string sample)
    {
        var watch = await LoadCallAndUnloadAsync(plugins.Add("used", sample));

        Assert.True(await watch.IsCollectedAsync(default));
        Assert.False(watch.IsAlive);
        Assert.Null(watch.DisposeFailure);
    }

    [Fact]
    public async Task A_version_that_pins_itself_is_reported()
    {
        var watch = await LoadCallAndUnloadAsync(plugins.Add("sticky", "Forbidden.PinsItself"));

        Assert.False(await watch.IsCollectedAsync(default));
        Assert.True(watch.IsAlive);
        Assert.Equal("sticky", watch.Id);
    }

    [Fact]
    public async Task Fifty_versions_come_and_go_and_none_stays()
    {
        var folder = plugins.Add("busy", "UsesItsLibrary");
        var watches = new List<UnloadWatch>();
        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            watches.Add(await LoadCallAndUnloadAsync(folder));
        }

        foreach (var watch in watches)
        {
            Assert.True(await watch.IsCollectedAsync(default));
        }
    }

    [Fact]
    public async Task A_folder_that_was_refused_stays_in_no_memory()
    {
        var before = ContextsOf("refused");
        await LoadRefusedAsync(plugins.Add("refused", "ThrowsInItsConstructor"));

        for (var round = 0; round < HostingLimits.CollectionRounds && ContextsOf("refused") > before; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal(before, ContextsOf("refused"));
    }

    [Fact]
    public async Task Leases_keep_a_version_and_a_retired_one_gives_no_more()
    {
        var plugin = (await loader.LoadAsync(plugins.Add("leased", "SampleGateway"), default)).Plugin!;
        var first = plugin.TryLease()!;
        var second = plugin.TryLease()!;
        Assert.Equal(2, plugin.Leases);

        plugin.Retire();
        plugin.Retire();
        Assert.False(plugin.Drained.IsCompleted);

        first.Dispose();
        first.Dispose();
        Assert.Equal(1, plugin.Leases);
        Assert.False(plugin.Drained.IsCompleted);

        second.Dispose();
        await plugin.Drained;
        Assert.Equal(0, plugin.Leases);
        Assert.Null(plugin.TryLease());
        Assert.Throws<ObjectDisposedException>(() => second.Plugin);
    }

    [Fact]
    public async Task A_slot_gives_the_new_version_from_the_moment_of_the_exchange()
    {
        var catalogue = await PluginCatalogue.LoadAsync(AddedRoot("swapped"), loader, default);
        var slot = catalogue.Find("swapped")!;
        var next = (await loader.LoadAsync(plugins.Add(PluginDirectory.Manifest("swapped", version: "1.1.0")), default)).Plugin!;
        using var held = slot.TryLease()!;

        var old = slot.Exchange(next)!;

        Assert.Equal("1.1.0", slot.Current!.Manifest.Version.ToString());
        Assert.Equal("1.0.0", held.Plugin.Manifest.Version.ToString());
        using (var lease = slot.TryLease()!)
        {
            Assert.Same(next, lease.Plugin);
        }

        held.Dispose();
        await old.UnloadAsync(Call.Patience, default);
        Assert.Null(old.TryLease());
        await catalogue.UnloadAsync(Call.Patience, default);
        Assert.Null(slot.TryLease());
        Assert.Null(catalogue.Find("swapped"));
    }

    [Fact]
    public async Task A_call_that_runs_when_the_patience_ends_is_cancelled_and_still_answers()
    {
        var plugin = (await loader.LoadAsync(plugins.Add("waiting", "WaitsForItsEnd"), default)).Plugin!;
        var call = new PluginCaller(egress, TimeProvider.System).ExecuteAsync(plugin);
        Assert.Equal(1, plugin.Leases);

        await plugin.UnloadAsync(TimeSpan.Zero, default);

        Assert.True((await call).HasAnswer);
    }

    [Fact]
    public void The_hook_that_clears_the_caches_of_JSON_is_still_there() =>
        Assert.NotNull(typeof(JsonSerializer).Assembly.GetType("System.Text.Json.JsonSerializerOptionsUpdateHandler")?.GetMethod("ClearCache", [typeof(Type[])]));

    public void Dispose()
    {
        egress.Dispose();
        plugins.Dispose();
    }

    // In methods of their own, so that no local of a test holds the plugin when the collector looks.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<UnloadWatch> LoadCallAndUnloadAsync(string folder)
    {
        var plugin = (await loader.LoadAsync(folder, default)).Plugin!;
        await new PluginCaller(egress, TimeProvider.System).ExecuteAsync(plugin);
        return await plugin.UnloadAsync(Call.Patience, default);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task LoadRefusedAsync(string folder) => Assert.NotNull((await loader.LoadAsync(folder, default)).Failure);

    private static int ContextsOf(string id) => System.Runtime.Loader.AssemblyLoadContext.All.Count(context => context.Name == $"{id} 1.0.0");

    private string AddedRoot(string id)
    {
        plugins.Add(id, "SampleGateway");
        return plugins.Root;
    }
}
