using System.Security.Cryptography;
using System.Text.Json.Nodes;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Tests.Plugins.Support;

namespace BillingHeadless.Tests.Plugins.Loading;

/// <summary>A broken plugin is refused with a sentence, and the others load.</summary>
public sealed class BrokenPluginTests : IDisposable
{
    private readonly PluginDirectory plugins = new();

    public BrokenPluginTests() => plugins.Add("healthy", "SampleGateway");

    [Fact]
    public async Task A_folder_without_a_manifest()
    {
        Directory.CreateDirectory(Path.Combine(plugins.Root, "empty"));

        await AssertRefusedAsync("empty", "plugin.json: Add this file");
    }

    [Fact]
    public async Task A_manifest_that_is_no_JSON()
    {
        var folder = plugins.Add("broken", "SampleGateway");
        File.WriteAllText(Path.Combine(folder, "plugin.json"), "{ id: broken }");

        await AssertRefusedAsync("broken", "not JSON");
    }

    [Fact]
    public async Task A_manifest_with_a_mistake()
    {
        var manifest = PluginDirectory.Manifest("broken");
        manifest["kind"] = "gateway";
        plugins.Add(manifest);

        await AssertRefusedAsync("broken", "plugin.json#/kind: This must be");
    }

    [Theory]
    [InlineData("2.0", "3.0", "Update BillingHeadless")]
    [InlineData("0.1", "0.9", "Install a newer version of the plugin")]
    public async Task A_contract_that_this_host_does_not_have(string minimum, string maximum, string sentence)
    {
        var manifest = PluginDirectory.Manifest("other");
        manifest["contract"] = new JsonObject { ["minimum"] = minimum, ["maximum"] = maximum };
        plugins.Add(manifest);

        await AssertRefusedAsync("other", sentence);
    }

    [Fact]
    public async Task An_assembly_that_is_not_there()
    {
        var manifest = PluginDirectory.Manifest("broken");
        manifest["assembly"] = "Other.dll";
        plugins.Add(manifest);

        await AssertRefusedAsync("broken", "Put the file Other.dll into the folder");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    public async Task An_assembly_that_is_cut_off(int length)
    {
        var file = Path.Combine(plugins.Add("cut", "SampleGateway"), PluginDirectory.AssemblyFile);
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..length]);

        await AssertRefusedAsync("cut", "BadImageFormatException");
    }

    [Theory]
    [InlineData("Nobody", "Name a class that exists")]
    [InlineData("NoGateway", "implement IPaymentGateway")]
    [InlineData("NeedsArguments", "a public constructor without parameters")]
    [InlineData("ThrowsInItsConstructor", "InvalidOperationException: no such luck")]
    [InlineData("AnswersWithoutEnd", "more than 1000 items")]
    [InlineData("WantsShortReferences", "references of less than 8 characters")]
    [InlineData("ChangesItsMind", "Let Describe() answer the same every time")]
    [InlineData("HasAnotherName", "Let Describe() give the titles of plugin.json")]
    [InlineData("NamesNoSetting", "Add the setting \"pageUrl\" to plugin.json")]
    public async Task A_class_that_cannot_be_used(string sample, string sentence)
    {
        plugins.Add("broken", sample);

        await AssertRefusedAsync("broken", sentence);
    }

    [Fact]
    public async Task A_constructor_that_never_ends()
    {
        var folder = plugins.Add("slow", "HangsInItsConstructor");
        var clock = new JumpingClock();
        clock.Jump();

        var loading = await new PluginLoader(clock).LoadAsync(folder, default).WaitAsync(Call.Patience);

        Assert.Contains("no answer within 10 s", Assert.Single(loading.Failure!.Sentences));
    }

    [Fact]
    public async Task A_copy_of_the_contract_assembly()
    {
        var folder = plugins.Add("greedy", "SampleGateway");
        File.Copy(typeof(BillingHeadless.Plugins.Money).Assembly.Location, Path.Combine(folder, "BillingHeadless.Plugins.dll"));

        await AssertRefusedAsync("greedy", "BillingHeadless.Plugins.dll: Remove this file");
    }

    [Fact]
    public async Task A_copy_of_another_plugin()
    {
        plugins.Add(PluginDirectory.Manifest("healthy"), folder: "healthy-copy");

        await AssertRefusedAsync("healthy-copy", "Rename the folder \"healthy-copy\" to \"healthy\"");
    }

    [Fact]
    public async Task Files_that_are_not_the_listed_ones()
    {
        var manifest = PluginDirectory.Manifest("listed");
        var folder = plugins.Add(manifest);
        manifest["files"] = new JsonObject
        {
            [PluginDirectory.AssemblyFile] = HashOf(Path.Combine(folder, PluginDirectory.AssemblyFile)),
            ["Samples.Rates.dll"] = new string('0', 64),
            ["missing.dll"] = new string('0', 64),
        };
        plugins.Add(manifest);

        var failure = await AssertRefusedAsync("listed", "Samples.Rates.dll: Restore this file");
        Assert.Contains(failure.Sentences, sentence => sentence.StartsWith("missing.dll: Add this file"));
        Assert.Contains(failure.Sentences, sentence => sentence.StartsWith("Samples.Gateways.deps.json: Remove this file, or list it"));
        Assert.Equal(3, failure.Sentences.Count);
    }

    [Fact]
    public async Task Files_that_are_all_listed_are_loaded()
    {
        var manifest = PluginDirectory.Manifest("listed");
        var folder = plugins.Add(manifest);
        var files = Directory.GetFiles(folder).Where(file => !file.EndsWith("plugin.json"));
        manifest["files"] = new JsonObject(files.Select(file => KeyValuePair.Create(Path.GetFileName(file), (JsonNode?)HashOf(file))));
        plugins.Add(manifest);

        Assert.Empty((await LoadAsync()).Failures);
    }

    public void Dispose() => plugins.Dispose();

    private static string HashOf(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    private Task<PluginCatalogue> LoadAsync() => PluginCatalogue.LoadAsync(plugins.Root, new PluginLoader(TimeProvider.System), default);

    private async Task<PluginFailure> AssertRefusedAsync(string folder, string sentence)
    {
        var catalogue = await LoadAsync();

        var failure = Assert.Single(catalogue.Failures);
        Assert.Equal(folder, Path.GetFileName(failure.Folder));
        Assert.Contains(failure.Sentences, text => text.Contains(sentence));
        Assert.Equal(["healthy"], catalogue.Slots.Select(slot => slot.Id));
        return failure;
    }
}
