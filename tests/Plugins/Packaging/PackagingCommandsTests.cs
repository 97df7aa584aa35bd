using System.Reflection;
using BillingHeadless.Packaging;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Tests.Plugins.Support;

namespace BillingHeadless.Tests.Plugins.Packaging;

/// <summary>One command makes a key, one a package, and one says what an installation would refuse.</summary>
public sealed class PackagingCommandsTests : IDisposable
{
    private static readonly string Repository =
        typeof(PackagingCommandsTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "RepositoryRoot").Value!;

    private readonly string folder = Directory.CreateTempSubdirectory("billing-packaging-").FullName;
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    private string KeyFile => Path.Combine(folder, "publisher.pem");

    [Fact]
    public async Task A_project_becomes_a_signed_package()
    {
        Assert.Equal(0, await RunAsync("new-key", KeyFile));
        var publisher = output.ToString().Trim().Split(' ')[^1];
        var project = Path.Combine(Repository, "plugins", "Sandbox");

        Assert.Equal(0, await RunAsync("pack", project, "--key", KeyFile, "--output", folder, "--version", "7.1.0"));

        var package = Path.Combine(folder, "sandbox-7.1.0.zip");
        Assert.Equal(0, await RunAsync("check", package, "--publisher", publisher));
        Assert.Contains("sandbox 7.1.0, sha256 ", output.ToString());
        Assert.Contains($"signed by {publisher}", output.ToString());
    }

    [Fact]
    public async Task A_key_is_readable_by_its_owner_alone_and_never_written_over()
    {
        await RunAsync("new-key", KeyFile);
        var made = File.ReadAllText(KeyFile);

        Assert.Equal(1, await RunAsync("new-key", KeyFile));

        Assert.Equal(made, File.ReadAllText(KeyFile));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(KeyFile) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task A_folder_of_built_files_becomes_a_package_without_what_is_for_developers()
    {
        using var plugins = new PluginDirectory();
        var built = plugins.Add("sample", "SampleGateway");
        File.WriteAllText(Path.Combine(built, "Samples.Gateways.pdb"), "");
        File.Copy(typeof(BillingHeadless.Plugins.Money).Assembly.Location, Path.Combine(built, "BillingHeadless.Plugins.dll"));

        Assert.Equal(0, await RunAsync("pack", built, "--output", folder));

        Assert.Contains("Nobody has signed it", output.ToString());
        var package = PluginPackage.Read(File.ReadAllBytes(Path.Combine(folder, "sample-1.0.0.zip")), PackageTrust.Anyone, "sample.zip").Package!;
        Assert.DoesNotContain(package.Files.Keys, name => name.EndsWith(".pdb") || name == "BillingHeadless.Plugins.dll");
    }

    [Fact]
    public async Task A_plugin_that_would_be_refused_is_not_packed()
    {
        using var plugins = new PluginDirectory();

        Assert.Equal(1, await RunAsync("pack", plugins.Add("sticky", "Forbidden.PinsItself"), "--output", folder));

        Assert.Contains("plugin_api_forbidden: Samples.Forbidden.dll: Do not use", errors.ToString());
        Assert.Empty(Directory.GetFiles(folder, "*.zip"));
    }

    [Fact]
    public async Task A_package_of_another_publisher_does_not_pass_the_check()
    {
        var package = Path.Combine(folder, "sample.zip");
        File.WriteAllBytes(package, SamplePackage.Of("SampleGateway"));
        await RunAsync("new-key", KeyFile);
        var publisher = output.ToString().Trim().Split(' ')[^1];

        Assert.Equal(0, await RunAsync("check", package));
        Assert.Equal(1, await RunAsync("check", package, "--publisher", publisher));
        Assert.Contains("package_unsigned", errors.ToString());
    }

    [Theory]
    [InlineData]
    [InlineData("pack")]
    [InlineData("unpack", "a.zip")]
    [InlineData("pack", "a", "--version", "one")]
    [InlineData("pack", "a", "--key")]
    [InlineData("check", "a", "--publisher", "nobody")]
    public async Task What_is_no_command_is_answered_with_the_commands(params string[] args)
    {
        Assert.Equal(2, await RunAsync(args));
        Assert.Contains("new-key <file>", errors.ToString());
    }

    [Fact]
    public async Task A_file_that_is_no_key_is_refused()
    {
        File.WriteAllText(KeyFile, "no key");

        Assert.Equal(1, await RunAsync("pack", folder, "--key", KeyFile));
        Assert.Contains("Give --key a file that the command new-key has made", errors.ToString());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Task<int> RunAsync(params string[] args) => PackagingCommands.RunAsync(args, output, errors);
}
