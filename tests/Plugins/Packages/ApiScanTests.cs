using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Tests.Plugins.Support;

namespace BillingHeadless.Tests.Plugins.Packages;

/// <summary>What would keep a plugin in memory, or lead around the host, is found in its code without running it.</summary>
public sealed class ApiScanTests
{
    private static readonly IReadOnlyList<string> Found =
        [.. ApiScan.Of(SamplePackage.Files(PluginDirectory.Manifest(sample: "Forbidden.PinsItself"))).Select(problem => problem.ToString())];

    [Theory]
    [InlineData("System.Threading.Timer:")]
    [InlineData("System.Threading.PeriodicTimer:")]
    [InlineData("System.Timers.Timer:")]
    [InlineData("System.Threading.Thread..ctor:")]
    [InlineData("System.Net.Http.HttpClient..ctor: call through the HttpClient of IPluginHost.")]
    [InlineData("System.Net.Http.HttpClientHandler:")]
    [InlineData("System.Net.Http.SocketsHttpHandler:")]
    [InlineData("System.Net.Sockets.TcpClient:")]
    [InlineData("System.Net.HttpListener:")]
    [InlineData("System.Net.Dns:")]
    [InlineData("System.Net.WebSockets.ClientWebSocket:")]
    [InlineData("System.Diagnostics.Process:")]
    [InlineData("System.Environment.Exit:")]
    [InlineData("System.Diagnostics.ActivityListener:")]
    [InlineData("System.Diagnostics.Metrics.Meter.CreateObservableGauge:")]
    [InlineData("System.AppDomain.add_UnhandledException:")]
    [InlineData("System.AppDomain.add_ProcessExit:")]
    [InlineData("System.Threading.Tasks.TaskScheduler.add_UnobservedTaskException:")]
    [InlineData("System.Console.add_CancelKeyPress:")]
    [InlineData("System.ComponentModel.TypeDescriptor:")]
    [InlineData("System.Reflection.DispatchProxy:")]
    [InlineData("Microsoft.CSharp.RuntimeBinder.Binder:")]
    [InlineData("System.Runtime.Loader.AssemblyLoadContext:")]
    [InlineData("System.Runtime.InteropServices.GCHandle:")]
    [InlineData("System.Net.Http.Json.HttpContentJsonExtensions.ReadFromJsonAsync:")]
    [InlineData("System.Text.Json.JsonSerializer.Serialize: give it a JsonTypeInfo")]
    [InlineData("the native method getpid:")]
    public void A_forbidden_use_is_named_with_what_to_do_instead(string use) =>
        Assert.Contains(Found, sentence => sentence.StartsWith($"Samples.Forbidden.dll: Do not use {use}", StringComparison.Ordinal));

    [Fact]
    public void What_is_allowed_is_let_through() => Assert.Empty(ApiScan.Of(SamplePackage.Files(PluginDirectory.Manifest())));

    [Fact]
    public void A_package_with_a_forbidden_use_is_refused()
    {
        var failure = PluginPackage.Read(SamplePackage.Of("Forbidden.PinsItself"), PackageTrust.Anyone, "sticky.zip").Failure!;

        Assert.Equal("plugin_api_forbidden", failure.Code);
        Assert.All(failure.Sentences, sentence => Assert.StartsWith("Samples.Forbidden.dll: Do not use ", sentence));
    }

    [Fact]
    public void Code_of_another_kind_is_no_plugin()
    {
        var files = SamplePackage.Files(PluginDirectory.Manifest());
        files["native.dll"] = [1, 2, 3];

        Assert.Equal("plugin_not_loadable", PluginPackage.Read(PackageWriter.Pack(files, key: null), PackageTrust.Anyone, "native.zip").Failure!.Code);
    }

    [Fact]
    public void The_plugins_that_ship_use_nothing_of_it() => Assert.Empty(
        from folder in Directory.GetDirectories(ShippedPlugins.Directory)
        from problem in ApiScan.Of(PluginFolder.Read(folder).Files)
        select $"{folder}: {problem}");
}
