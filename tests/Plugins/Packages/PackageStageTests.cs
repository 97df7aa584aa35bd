using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Tests.Plugins.Support;

namespace BillingHeadless.Tests.Plugins.Packages;

/// <summary>A package is unpacked into a folder of its content, once, and loaded from there.</summary>
public sealed class PackageStageTests : IDisposable
{
    private readonly PluginDirectory directory = new();

    [Fact]
    public async Task What_is_staged_is_loaded()
    {
        var package = Package("1.0.0");

        var folder = new PackageStage(directory.Root).Unpack(package);

        Assert.Equal(Path.Combine(directory.Root, "sample", $"1.0.0-{package.Hash[..16]}"), folder);
        var plugin = (await new PluginLoader(TimeProvider.System).LoadAsync(folder, default)).Plugin!;
        Assert.Equal("1.0.0", plugin.Manifest.Version.ToString());
        Assert.Empty(Directory.GetFileSystemEntries(directory.Root, ".*"));
    }

    [Fact]
    public void Twenty_at_once_make_one_folder()
    {
        var stage = new PackageStage(directory.Root);
        var package = Package("1.0.0");

        var folders = Enumerable.Range(0, 20).AsParallel().WithDegreeOfParallelism(20).Select(_ => stage.Unpack(package)).ToList();

        Assert.Single(folders.Distinct());
        Assert.Equal(package.Files.Count, Directory.GetFiles(folders[0]).Length);
        Assert.Single(Directory.GetDirectories(directory.Root));
    }

    [Fact]
    public async Task A_folder_that_somebody_has_changed_is_not_loaded()
    {
        var folder = new PackageStage(directory.Root).Unpack(Package("1.0.0"));
        File.WriteAllBytes(Path.Combine(folder, "Samples.Rates.dll"), [1]);

        Assert.Equal("package_hash_wrong", (await new PluginLoader(TimeProvider.System).LoadAsync(folder, default)).Failure!.Code);
    }

    [Fact]
    public async Task A_version_that_is_loaded_does_not_notice_that_its_folder_goes()
    {
        var stage = new PackageStage(directory.Root);
        var folder = stage.Unpack(Package("1.0.0", "UsesItsLibrary"));
        var plugin = (await new PluginLoader(TimeProvider.System).LoadAsync(folder, default)).Plugin!;

        stage.Remove(folder);

        using var egress = new PluginEgress();
        Assert.True((await new PluginCaller(egress, TimeProvider.System).ExecuteAsync(plugin)).HasAnswer);
    }

    public void Dispose() => directory.Dispose();

    private static PluginPackage Package(string version, string sample = "SampleGateway") =>
        PluginPackage.Read(SamplePackage.Of(PluginDirectory.Manifest(sample: sample, version: version)), PackageTrust.Anyone, "sample.zip").Package!;
}
