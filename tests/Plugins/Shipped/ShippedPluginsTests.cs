using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text;
using System.Text.Json;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Tests.Plugins.Support;
using Microsoft.AspNetCore.Http;

namespace BillingHeadless.Tests.Plugins.Shipped;

/// <summary>The plugins that ship come in through the door that is there for everybody's.</summary>
public sealed class ShippedPluginsTests
{
    private static readonly string[] Languages = ["uk", "en", "ru", "kk"];
    private static readonly string[] Ids = [.. Directory.GetDirectories(ShippedPlugins.Directory).Select(folder => Path.GetFileName(folder)).Order()];

    public static TheoryData<string> Folders => [.. Ids];

    [Fact]
    public async Task All_of_them_load()
    {
        var catalogue = await PluginCatalogue.LoadAsync(ShippedPlugins.Directory, new PluginLoader(TimeProvider.System), default);

        Assert.Empty(catalogue.Failures.SelectMany(failure => failure.Sentences));
        Assert.Equal(Ids, catalogue.Slots.Select(slot => slot.Id));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Its_code_is_in_a_collectible_context_and_leaves_the_memory(string id)
    {
        await using var provider = await Stub.StartAsync(context => context.Response.WriteAsync("{}"));
        var watch = await LoadUseAndUnloadAsync(id, provider.Url);

        Assert.True(await watch.IsCollectedAsync(default));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Its_folder_holds_no_contract_and_nothing_for_developers(string id)
    {
        var files = Directory.GetFiles(Path.Combine(ShippedPlugins.Directory, id)).Select(file => Path.GetFileName(file)).ToList();

        Assert.DoesNotContain("BillingHeadless.Plugins.dll", files);
        Assert.DoesNotContain(files, file => file.EndsWith(".pdb") || file.EndsWith(".xml"));
        Assert.Contains(files, file => file.EndsWith(".deps.json"));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Its_texts_are_there_in_all_our_languages(string id)
    {
        var manifest = ManifestReader.Read(File.ReadAllBytes(Path.Combine(ShippedPlugins.Directory, id, "plugin.json"))).Manifest!;

        Assert.All(manifest.Settings.Settings.Select(setting => setting.Titles).Prepend(manifest.Titles), titles => Assert.Equal(Languages.Order(), titles.Keys.Order()));
    }

    [Fact]
    public void Nobodys_list_of_dependencies_names_them()
    {
        var list = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "BillingHeadless.Tests.Plugins.deps.json"), Encoding.UTF8);

        foreach (var file in Directory.GetFiles(ShippedPlugins.Directory, "*.dll", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain($"\"{Path.GetFileNameWithoutExtension(file)}/", list);
        }

        using var json = JsonDocument.Parse(list);
        Assert.True(json.RootElement.TryGetProperty("libraries", out _));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<UnloadWatch> LoadUseAndUnloadAsync(string id, string url)
    {
        var plugin = (await new PluginLoader(TimeProvider.System).LoadAsync(Path.Combine(ShippedPlugins.Directory, id), default)).Plugin!;
        Assert.Contains(AssemblyLoadContext.All, context => context.IsCollectible && context.Name == $"{id} {plugin.Manifest.Version}");
        using (var use = new ShippedPluginUse(url))
        {
            Assert.NotNull(await use.CallAsync(plugin));
        }

        return await plugin.UnloadAsync(Call.Patience, default);
    }
}
