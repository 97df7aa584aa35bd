using System.Text;
using System.Text.Json.Nodes;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Tests.Plugins.Support;

namespace BillingHeadless.Tests.Plugins.Packages;

/// <summary>A package that is not what it should be is refused before any of its code is loaded, with a permanent code and a sentence.</summary>
public sealed class BrokenPackageTests
{
    private const int Megabyte = 1024 * 1024;

    private static readonly JsonObject Manifest = PluginDirectory.Manifest();

    [Fact]
    public void One_that_is_right_is_read()
    {
        var package = PluginPackage.Read(SamplePackage.Of(Manifest), PackageTrust.Anyone, "sample.zip").Package!;

        Assert.Equal(("sample", new SemanticVersion(1, 0, 0)), (package.Manifest.Id, package.Manifest.Version));
        Assert.Equal(package.Files.Keys.Where(name => name != "plugin.json").Order(), package.Manifest.Files!.Keys.Order());
        Assert.Null(package.Publisher);
    }

    [Fact]
    public void The_same_files_make_the_same_package() => Assert.Equal(SamplePackage.Of(Manifest), SamplePackage.Of(Manifest));

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(5_000)]
    public void A_zip_that_is_cut_off(int length) => AssertRefused(SamplePackage.Of(Manifest)[..length], "package_unreadable", "Make the package anew");

    [Fact]
    public void Bytes_that_are_no_zip() => AssertRefused("This is no archive."u8.ToArray(), "package_unreadable", "no .zip that can be read");

    [Fact]
    public void A_zip_that_unpacks_to_far_more_than_it_is()
    {
        var bomb = SamplePackage.Zip([.. Enumerable.Range(0, 130).Select(at => ($"{at}.txt", new byte[Megabyte]))]);
        Assert.InRange(bomb.Length, 1, 10 * Megabyte);

        AssertRefused(bomb, "package_too_large", $"{HostingLimits.FolderBytes} bytes");
    }

    [Fact]
    public void A_zip_of_too_many_files() => AssertRefused(
        SamplePackage.Zip([.. Enumerable.Range(0, HostingLimits.Files + 1).Select(at => ($"{at}.txt", Array.Empty<byte>()))]),
        "package_too_large",
        $"{HostingLimits.Files} files");

    [Fact]
    public void A_zip_that_is_too_large_is_not_even_opened() => AssertRefused(new byte[HostingLimits.PackageBytes + 1], "package_too_large", "Make the package smaller");

    [Theory]
    [InlineData("../evil.dll")]
    [InlineData("a/../../evil.dll")]
    [InlineData("/etc/evil")]
    [InlineData("C:/evil.dll")]
    [InlineData("..\\evil.dll")]
    [InlineData("a//b.dll")]
    [InlineData("./b.dll")]
    [InlineData("b\0.dll")]
    public void A_file_that_would_leave_its_folder(string name) => AssertRefused(
        SamplePackage.Changed(SamplePackage.Of(Manifest), files => files[name] = [1]), "package_path_outside", "leads nowhere else");

    [Fact]
    public void The_same_file_twice() => AssertRefused(
        SamplePackage.Zip(("plugin.json", [1]), ("Plugin.json", [2])), "package_unreadable", "twice");

    [Fact]
    public void No_manifest() => AssertRefused(SamplePackage.Zip(("a.txt", [1])), "package_file_missing", "plugin.json: Add this file");

    [Fact]
    public void A_manifest_with_a_mistake() => AssertRefused(
        SamplePackage.Zip(("plugin.json", Encoding.UTF8.GetBytes("{\"id\": 7}"))), "plugin_manifest_invalid", "plugin.json#/id: This must be");

    [Fact]
    public void A_manifest_that_lists_no_files() => AssertRefused(
        SamplePackage.Zip([.. SamplePackage.Files(Manifest).Select(file => (file.Key, file.Value))]), "package_file_unlisted", "List every file");

    [Fact]
    public void A_file_that_is_missing() => AssertRefused(
        SamplePackage.Changed(SamplePackage.Of(Manifest), files => files.Remove("Samples.Rates.dll")), "package_file_missing", "Samples.Rates.dll: Add this file");

    [Fact]
    public void A_file_that_is_not_listed() => AssertRefused(
        SamplePackage.Changed(SamplePackage.Of(Manifest), files => files["more.dll"] = [1]), "package_file_unlisted", "more.dll: Remove this file");

    [Fact]
    public void A_file_that_was_changed() => AssertRefused(
        SamplePackage.Changed(SamplePackage.Of(Manifest), files => files["Samples.Rates.dll"][^1] ^= 1), "package_hash_wrong", "Samples.Rates.dll: Restore this file");

    [Theory]
    [InlineData("2.0", "3.0", "plugin_contract_too_new", "Update BillingHeadless")]
    [InlineData("0.1", "0.9", "plugin_contract_too_old", "Install a newer version of the plugin")]
    public void A_contract_that_this_host_does_not_have(string minimum, string maximum, string code, string sentence)
    {
        var manifest = PluginDirectory.Manifest();
        manifest["contract"] = new JsonObject { ["minimum"] = minimum, ["maximum"] = maximum };

        AssertRefused(SamplePackage.Of(manifest), code, sentence);
    }

    [Fact]
    public void The_contracts_own_assembly() => AssertRefused(
        With("BillingHeadless.Plugins.dll", typeof(BillingHeadless.Plugins.Money).Assembly.Location),
        "package_assembly_not_allowed",
        "the contract assembly is the host's");

    [Fact]
    public void An_assembly_of_the_runtime() => AssertRefused(
        With("System.Text.Json.dll", typeof(System.Text.Json.JsonDocument).Assembly.Location), "package_assembly_not_allowed", "the runtime's own");

    private static byte[] With(string name, string location)
    {
        var files = SamplePackage.Files(Manifest);
        files[name] = File.ReadAllBytes(location);
        return PackageWriter.Pack(files, key: null);
    }

    private static void AssertRefused(byte[] package, string code, string sentence)
    {
        var reading = PluginPackage.Read(package, PackageTrust.Anyone, "broken.zip");

        Assert.Null(reading.Package);
        Assert.Equal(("broken.zip", code), (reading.Failure!.Folder, reading.Failure.Code));
        Assert.Contains(reading.Failure.Sentences, text => text.Contains(sentence));
        Assert.All(reading.Failure.Sentences, text => Assert.EndsWith(".", text));
    }
}
