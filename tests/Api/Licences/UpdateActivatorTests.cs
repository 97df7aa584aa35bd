using System.Text.Json;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Licences;

/// <summary>Rule X1: activators are configured; what they tell is told to where the merchant wants it.</summary>
public abstract class UpdateActivatorTests(SteppedServer server) : Scenario(server)
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Portal = "told.bitrix24.ua";

    [Fact]
    public async Task The_vendors_application_is_told_of_a_licence_once_its_address_is_set_and_no_more_when_it_is_switched_off()
    {
        await using var bitrix = await BitrixStub.Start();
        var activator = await bitrix.SetUp(Shop, Secret);
        Assert.Equal((true, $"{bitrix.Url}/notices"), (activator.Enabled, activator.Settings["noticeUrl"]));
        Assert.Equal("noticeSecret", Assert.Single(activator.SecretsSet));

        await Buy(portal: Portal);
        await Server.RunJobs();
        Assert.Contains(Portal, Assert.Single(bitrix.Notices));

        Assert.False((await bitrix.SetUp(Shop, isOn: false)).Enabled);
        await Buy(portal: Portal);
        await Server.RunJobs();
        Assert.Single(bitrix.Notices);
    }

    [Fact]
    public async Task A_secret_stays_until_an_address_changes_and_is_never_shown()
    {
        await using var bitrix = await BitrixStub.Start();
        await bitrix.SetUp(Shop, Secret);

        Assert.Equal("noticeSecret", Assert.Single((await bitrix.SetUp(Shop)).SecretsSet));
        var elsewhere = new { authorizationServer = bitrix.Url, noticeUrl = $"{bitrix.Url}/elsewhere" };
        await Refused.With("activator_settings_invalid", () => Api.UpdateActivatorAsync(BitrixStub.Activator, new UpdateActivatorRequest { Settings = JsonSerializer.SerializeToElement(elsewhere) }));
        Assert.DoesNotContain(Secret, JsonSerializer.Serialize((await Api.ListActivatorsAsync()).Data));
    }

    [Fact]
    public async Task What_is_not_there_or_not_right_is_refused()
    {
        await Refused.With("activator_not_found", () => Api.UpdateActivatorAsync(Shop.Gateway, new UpdateActivatorRequest()));
        await Refused.With("activator_settings_invalid", () => Api.UpdateActivatorAsync(BitrixStub.Activator, new UpdateActivatorRequest
        {
            Settings = JsonSerializer.SerializeToElement(new { portalProtocol = "ftp" }),
        }));
    }
}

public sealed class UpdateActivatorOnSqlite(SteppedOnSqlite server) : UpdateActivatorTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class UpdateActivatorOnPostgres(SteppedOnPostgres server) : UpdateActivatorTests(server), IClassFixture<SteppedOnPostgres>;
