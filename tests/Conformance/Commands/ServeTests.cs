using System.Text.Json;
using BillingHeadless.Conformance;
using BillingHeadless.Conformance.Command;
using BillingHeadless.Conformance.Running;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Tests.Conformance.Support;
using BillingHeadless.Tests.ProviderStubs.Stripe;

namespace BillingHeadless.Tests.Conformance.Commands;

/// <summary>The provider's stand-in beside a running server.</summary>
public sealed class ServeTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("billing-serve-");
    private readonly StringWriter output = new();
    private readonly CancellationTokenSource end = new();

    private string SettingsFile => Path.Combine(folder.FullName, "settings.json");

    [Fact]
    public async Task A_provider_serves_a_server_until_it_is_ended()
    {
        var package = Path.Combine(folder.FullName, "stripe.zip");
        await File.WriteAllBytesAsync(package, ShippedGateway.Stripe.Package());

        var code = await ServeCommand.RunAsync(
            ["serve", package, "--adapter", typeof(StripeAdapter).Assembly.Location, "--settings", SettingsFile], new Lines(end), output, output, end.Token);

        Assert.Equal((0, true), (code, output.ToString().Contains("listens on", StringComparison.Ordinal)));
        var settings = JsonDocument.Parse(await File.ReadAllTextAsync(SettingsFile)).RootElement.GetProperty("settings");
        Assert.StartsWith("http://127.0.0.1:", settings.GetProperty("apiUrl").GetString());
    }

    [Fact]
    public async Task What_the_buyer_decides_is_told_to_the_server()
    {
        await using var server = new StripeStub();
        await server.StartAsync();
        await using var subject = await PluginSubject.OpenAsync(ShippedGateway.Stripe.Package(), ShippedGateway.Stripe.Adapter, new ConformanceOptions());
        var adapter = ShippedGateway.Stripe.Adapter();
        await adapter.Stub.StartAsync();
        await using var run = new GatewayRun(subject.Gateway!, adapter);
        var payment = run.NewPayment();
        await run.ExecuteAsync(payment);

        using var buyer = new BuyerAtTheKeyboard(adapter, new Uri($"{server.Url}/callbacks"), output);
        await buyer.DecideAsync(new Lines(end, "dances", "pays"), end.Token);

        Assert.IsType<Succeeded>(await run.AskBareAsync(payment));
        Assert.Contains(server.Requests, request => request.Path == "/callbacks" && request.Header("Stripe-Signature") is not null);
        Assert.Contains("No buyer does \"dances\".", output.ToString());
    }

    [Fact]
    public async Task A_decision_before_there_is_a_payment_says_so()
    {
        await using var adapter = ShippedGateway.Stripe.Adapter();
        await adapter.Stub.StartAsync();

        using var buyer = new BuyerAtTheKeyboard(adapter, callbacks: null, output);
        await buyer.DecideAsync(new Lines(end, "pays"), end.Token);

        Assert.Contains("There is no payment to decide", output.ToString());
    }

    [Fact]
    public void A_number_is_a_number_and_a_text_of_digits_stays_a_text()
    {
        var schema = new SettingsSchema(
        [
            new SettingDefinition { Name = "shop", Kind = SettingKind.Text },
            new SettingDefinition { Name = "minutes", Kind = SettingKind.Number },
            new SettingDefinition { Name = "receipts", Kind = SettingKind.Flag },
        ]);
        var body = SettingsBody.Of(new Dictionary<string, string> { ["shop"] = "4711", ["minutes"] = "30", ["receipts"] = "true" }, schema);

        Assert.Equal("""{"enabled":true,"settings":{"shop":"4711","minutes":30,"receipts":true}}""", body.ToJsonString());
        Assert.Throws<InvalidOperationException>(() => SettingsBody.Of(new Dictionary<string, string> { ["minutes"] = "half an hour" }, schema));
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("serve", "--adapter", "acme.dll", "--settings", "settings.json")]
    [InlineData("serve", "acme.zip", "--adapter", "acme.dll", "--settings", "settings.json", "--callbacks", "nowhere")]
    [InlineData("serve", "there-is-none.zip", "--adapter", "there-is-none.dll", "--settings", "settings.json")]
    public async Task A_command_that_makes_no_sense_is_refused(params string[] args)
    {
        using var errors = new StringWriter();
        Assert.Equal(2, await ServeCommand.RunAsync(args, TextReader.Null, output, errors, end.Token));
        Assert.NotEqual("", errors.ToString());
    }

    public void Dispose()
    {
        folder.Delete(recursive: true);
        output.Dispose();
        end.Dispose();
    }

    /// <summary>What somebody types before ending the command.</summary>
    private sealed class Lines(CancellationTokenSource end, params string[] lines) : TextReader
    {
        private readonly Queue<string> left = new(lines);

        public override string? ReadLine()
        {
            if (left.TryDequeue(out var line))
            {
                return line;
            }

            end.Cancel();
            return null;
        }
    }
}
