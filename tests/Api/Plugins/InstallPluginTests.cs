using BillingHeadless.Client;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server.Plugins;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Plugins;

/// <summary>A package is installed while the system takes payments; a broken one changes nothing.</summary>
public abstract class InstallPluginTests(PluginServer server) : Scenario(server)
{
    [Fact]
    public async Task A_new_version_takes_new_payments_at_once()
    {
        var version = Packages.NextVersion();
        var installed = await Server.Install(Packages.Sandbox(version));

        Assert.Equal(("sandbox", version, PluginSource.Package), (installed.Id, installed.Version, installed.Source));
        Assert.Equal((PluginState.Active, version), (installed.Nodes.Single().State, installed.Nodes.Single().Version));
        var payment = await Start(await Place());
        Assert.Equal(version, payment.PluginVersion);
        Assert.Equal(version, (await Shop.Api.ListGatewaysAsync()).Data.Single(gateway => gateway.Gateway1 == Shop.Gateway).Version);
    }

    [Fact]
    public async Task A_payment_that_is_open_moves_to_a_version_that_carries_on()
    {
        var order = await Place();
        var payment = await Start(order);

        var version = Packages.NextVersion();
        await Server.Install(Packages.Sandbox(version));
        await PayOnPage(payment);
        await Wait(TimeSpan.FromSeconds(5));

        Assert.Equal(OrderStatus.Paid, await StatusOf(order));
        var read = await Api.GetPaymentAsync(payment.Id);
        Assert.Equal(payment.PluginVersion, read.PluginVersion);
        Assert.Equal(version, read.Attempts!.Last().PluginVersion);
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task A_payment_stays_with_its_version_when_the_new_one_does_not_carry_on()
    {
        var order = await Place();
        var payment = await Start(order);

        var version = Packages.NextVersion();
        var installed = await Server.Install(Packages.Sandbox(version, carriesOn: null));
        Assert.Equal([version, payment.PluginVersion], installed.Nodes.Single().Loaded.Select(loaded => loaded.Version).Take(2));
        Assert.Equal(version, (await Start(await Place())).PluginVersion);
        await PayOnPage(payment);
        await Wait(TimeSpan.FromSeconds(5));

        Assert.Equal(OrderStatus.Paid, await StatusOf(order));
        var read = await Api.GetPaymentAsync(payment.Id);
        Assert.Equal((payment.PluginVersion, false), (read.Attempts!.Last().PluginVersion, read.WaitingForPlugin));
    }

    [Fact]
    public async Task Twice_under_one_key_is_once_and_the_same_package_again_is_no_other_version()
    {
        var version = Packages.NextVersion();
        var package = Packages.Sandbox(version);
        var key = Guid.NewGuid().ToString();

        var first = await Post(package, key);
        var second = await Post(package, key);
        var again = await Server.Install(package);

        Assert.Equal((201, 201), ((int)first.Status, (int)second.Status));
        Assert.Equal("true", second.Header("Idempotency-Replayed"));
        Assert.Equal(first.Body.GetProperty("hash").GetString(), again.Hash);
        await Refused.With("plugin_version_taken", () => Server.Install(Packages.Changed((files, manifest) =>
        {
            manifest["version"] = version;
            files["more.txt"] = [1];
        })));
    }

    [Fact]
    public async Task Only_the_operator_may()
    {
        using var body = new MemoryStream(Packages.Sandbox(Packages.NextVersion()));

        await Refused.With("forbidden", () => Shop.Api.InstallPluginAsync(body));
        await Refused.With("forbidden", () => Shop.Api.ListPluginsAsync());
    }

    [Fact]
    public async Task A_version_that_refuses_credentials_which_the_running_one_takes_does_not_take_over()
    {
        await Server.Install(Packages.Misbehaving("FailsOnDemand", "keyed"));
        await Shop.Api.UpdateGatewayAsync("keyed", new UpdateGatewayRequest());

        var refusal = await Refused.With("plugin_credentials_refused", () => Server.Install(Packages.Misbehaving("RefusesCredentials", "keyed", "1.0.1")));

        Assert.Contains(Shop.Merchant.Id, refusal.Problem!.Detail);
        Assert.Contains("apiKey: It is read wrongly here.", refusal.Problem.Detail);
        Assert.Equal("1.0.0", (await Server.Operator().GetPluginAsync("keyed")).Version);

        await Shop.Api.UpdateGatewayAsync("keyed", new UpdateGatewayRequest { Enabled = false });
        Assert.Equal("1.0.1", (await Server.Install(Packages.Misbehaving("RefusesCredentials", "keyed", "1.0.1"))).Version);
    }

    public static TheoryData<string, string> BrokenOnes => new()
    {
        { "no zip", "package_unreadable" },
        { "bomb", "package_too_large" },
        { "leads out", "package_path_outside" },
        { "misses its assembly", "package_file_missing" },
        { "has an unlisted file", "package_file_unlisted" },
        { "was changed", "package_hash_wrong" },
        { "wrong signature", "package_signature_wrong" },
        { "unknown publisher", "package_publisher_unknown" },
        { "the contract's assembly", "package_assembly_not_allowed" },
        { "manifest", "plugin_manifest_invalid" },
        { "old contract", "plugin_contract_too_old" },
        { "new contract", "plugin_contract_too_new" },
        { "Forbidden.PinsItself", "plugin_api_forbidden" },
        { "Nobody", "plugin_not_loadable" },
        { "ThrowsInItsConstructor", "plugin_threw" },
        { "HangsInItsConstructor", "plugin_too_slow" },
        { "HasAnotherName", "plugin_description_differs" },
        { "another kind", "plugin_kind_differs" },
    };

    [Theory]
    [MemberData(nameof(BrokenOnes))]
    public async Task A_broken_one_is_refused_with_a_sentence_and_the_running_version_stays(string fault, string code)
    {
        var before = (await Server.Operator().GetPluginAsync(Shop.Gateway)).Version;

        var refusal = await Refused.With(code, () => Server.Install(BrokenPackages.Of(fault)));

        Assert.EndsWith(".", refusal.Problem!.Detail);
        Assert.Equal(before, (await Start(await Place())).PluginVersion);
    }

    [Fact]
    public void Every_failure_has_its_refusal() => Assert.All(
        typeof(FailureCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!),
        code => Assert.Equal(code, PluginRefusals.Of(new PluginFailure("", null, ["Mend it."]) { Code = code }).Code));

    private Task<RawAnswer> Post(byte[] package, string key) => Server.Send(
        HttpMethod.Post,
        "/v1/plugins",
        RunningServer.PlatformKey,
        idempotencyKey: key,
        change: request =>
        {
            request.Content = new ByteArrayContent(package);
            request.Content.Headers.ContentType = new("application/zip");
        });
}

public sealed class InstallPluginOnSqlite(PluginsOnSqlite server) : InstallPluginTests(server), IClassFixture<PluginsOnSqlite>;

public sealed class InstallPluginOnPostgres(PluginsOnPostgres server) : InstallPluginTests(server), IClassFixture<PluginsOnPostgres>;
