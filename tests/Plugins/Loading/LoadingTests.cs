using System.Runtime.Loader;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Tests.Plugins.Support;

namespace BillingHeadless.Tests.Plugins.Loading;

public sealed class LoadingTests : IDisposable
{
    private readonly PluginDirectory plugins = new();
    private readonly PluginEgress egress = new();

    [Fact]
    public async Task Every_folder_of_the_directory_becomes_a_plugin()
    {
        plugins.Add("one", "SampleGateway");
        plugins.Add("two", "UsesItsLibrary");

        var catalogue = await LoadAsync();

        Assert.Empty(catalogue.Failures);
        Assert.Equal(["one", "two"], catalogue.OfKind(PluginKind.PaymentGateway).Select(slot => slot.Id));
        Assert.Empty(catalogue.OfKind(PluginKind.LicenceActivator));
        var card = Assert.IsType<GatewayCard>(catalogue.Find("one")!.Current!.Card);
        Assert.Equal("Sample", card.Titles["en"]);
    }

    [Fact]
    public async Task A_plugin_whose_folder_is_moved_away_is_gone()
    {
        var folder = plugins.Add("one", "SampleGateway");
        Assert.NotNull((await LoadAsync()).Find("one"));

        Directory.Delete(folder, recursive: true);

        Assert.Null((await LoadAsync()).Find("one"));
    }

    [Fact]
    public async Task A_directory_that_does_not_exist_has_no_plugins()
    {
        var catalogue = await PluginCatalogue.LoadAsync(Path.Combine(plugins.Root, "nowhere"), new PluginLoader(TimeProvider.System), default);

        Assert.Empty(catalogue.Slots);
        Assert.Empty(catalogue.Failures);
    }

    [Fact]
    public async Task Its_types_and_those_of_its_library_live_in_a_collectible_context_of_their_own()
    {
        plugins.Add("collectible", "UsesItsLibrary");
        var slot = (await LoadAsync()).Find("collectible")!;

        var outcome = await new PluginCaller(egress, TimeProvider.System).ExecuteAsync(slot.Current!);

        Assert.Equal(new Unsupported("rate-1"), outcome.Answer);
        var context = AssemblyLoadContext.All.Single(context => context.Name == "collectible 1.0.0");
        Assert.True(context.IsCollectible);
        Assert.Equal(["Samples.Gateways", "Samples.Rates"], context.Assemblies.Select(assembly => assembly.GetName().Name).Order());
        Assert.DoesNotContain(AssemblyLoadContext.Default.Assemblies, assembly => assembly.GetName().Name!.StartsWith("Samples."));
    }

    [Fact]
    public async Task Files_can_be_overwritten_and_deleted_while_they_are_loaded()
    {
        var folder = plugins.Add("library", "UsesItsLibrary");
        var plugin = (await LoadAsync()).Find("library")!.Current!;

        // Its library has not been asked for yet: it still comes from the bytes that were read at first.
        File.WriteAllText(Path.Combine(folder, PluginDirectory.AssemblyFile), "no assembly");
        File.Delete(Path.Combine(folder, "Samples.Rates.dll"));

        var outcome = await new PluginCaller(egress, TimeProvider.System).ExecuteAsync(plugin);
        Assert.Equal(new Unsupported("rate-1"), outcome.Answer);
    }

    [Fact]
    public async Task What_the_host_uses_is_not_lent_to_a_plugin()
    {
        // The library is not in the folder; that the test host knows many assemblies does not help.
        var folder = plugins.Add("library", "UsesItsLibrary");
        File.Delete(Path.Combine(folder, "Samples.Rates.dll"));
        var plugin = (await LoadAsync()).Find("library")!.Current!;

        var outcome = await new PluginCaller(egress, TimeProvider.System).ExecuteAsync(plugin);

        Assert.Equal(PluginFaultKind.Threw, outcome.Fault!.Kind);
        Assert.Contains("Samples.Rates", outcome.Fault.Text);
    }

    public void Dispose()
    {
        egress.Dispose();
        plugins.Dispose();
    }

    private Task<PluginCatalogue> LoadAsync() => PluginCatalogue.LoadAsync(plugins.Root, new PluginLoader(TimeProvider.System), default);
}
