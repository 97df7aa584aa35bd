using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Tests.Plugins.Support;

namespace BillingHeadless.Tests.Plugins.Packages;

/// <summary>A package is unpacked to be loaded, by each attempt for itself, and leaves no file behind.</summary>
public sealed class PackageStageTests : IDisposable
{
    private readonly PluginDirectory directory = new();

    [Fact]
    public async Task What_is_loaded_works_and_has_left_no_file()
    {
        var plugin = (await Stage.LoadAsync(Package("1.0.0", "UsesItsLibrary"), default)).Plugin!;

        Assert.Empty(Directory.GetFileSystemEntries(directory.Root));
        Assert.Equal("1.0.0", plugin.Manifest.Version.ToString());
        using var egress = new PluginEgress();
        Assert.True((await new PluginCaller(egress, TimeProvider.System).ExecuteAsync(plugin)).HasAnswer);
    }

    [Fact]
    public async Task One_version_is_loaded_by_twenty_at_once_of_which_half_let_go_of_it()
    {
        var package = Package("1.0.0");

        await Parallel.ForEachAsync(Enumerable.Range(0, 20), new ParallelOptions { MaxDegreeOfParallelism = 20 }, async (attempt, cancel) =>
        {
            var loading = await Stage.LoadAsync(package, cancel);
            Assert.Null(loading.Failure);
            if (attempt % 2 == 0)
            {
                await loading.Plugin!.UnloadAsync(TimeSpan.Zero, cancel);
            }
        });

        Assert.Empty(Directory.GetFileSystemEntries(directory.Root));
    }

    [Fact]
    public async Task One_that_cannot_be_loaded_leaves_no_file_either()
    {
        Assert.NotNull((await Stage.LoadAsync(Package("1.0.0", "ThrowsInItsConstructor"), default)).Failure);

        Assert.Empty(Directory.GetFileSystemEntries(directory.Root));
    }

    [Fact]
    public void What_a_process_that_died_has_left_is_removed_and_what_another_one_is_loading_stays()
    {
        var now = DateTimeOffset.Parse("2026-11-22T12:00:00Z");
        var abandoned = Directory.CreateDirectory(Path.Combine(directory.Root, "abandoned"));
        File.WriteAllText(Path.Combine(abandoned.FullName, "plugin.json"), "{");
        abandoned.LastWriteTimeUtc = now.AddMinutes(-61).UtcDateTime;
        Directory.CreateDirectory(Path.Combine(directory.Root, "loading")).LastWriteTimeUtc = now.AddMinutes(-59).UtcDateTime;

        Stage.RemoveLeftovers(now);

        Assert.Equal(["loading"], Directory.GetFileSystemEntries(directory.Root).Select(Path.GetFileName));
    }

    [Fact]
    public void Processes_that_start_at_once_remove_what_was_left_together()
    {
        var now = DateTimeOffset.Parse("2026-11-22T12:00:00Z");
        foreach (var number in Enumerable.Range(0, 500))
        {
            Directory.CreateDirectory(Path.Combine(directory.Root, $"abandoned{number}")).LastWriteTimeUtc = now.AddHours(-2).UtcDateTime;
        }

        Parallel.For(0, 8, _ => Stage.RemoveLeftovers(now));

        Assert.Empty(Directory.GetFileSystemEntries(directory.Root));
    }

    public void Dispose() => directory.Dispose();

    private PackageStage Stage => new(directory.Root, new PluginLoader(TimeProvider.System));

    private static PluginPackage Package(string version, string sample = "SampleGateway") =>
        PluginPackage.Read(SamplePackage.Of(PluginDirectory.Manifest(sample: sample, version: version)), PackageTrust.Anyone, "sample.zip").Package!;
}
