using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Licences;

/// <summary>Ruling 13: which portal it is, once Bitrix24 has said so.</summary>
public abstract class ConfirmedPortalTests(SteppedServer server) : Scenario(server)
{
    private const string Own = "own.bitrix24.ua";
    private const string OwnMember = "a223c6b3710f85df22e9377d6c4f7553";
    private const string Renamed = "renamed.bitrix24.ua";
    private const string Strange = "strange.bitrix24.ua";
    private const string StrangeMember = "b223c6b3710f85df22e9377d6c4f7553";

    private BitrixStub Bitrix { get; set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Bitrix = await BitrixStub.Start();
        await Bitrix.SetUp(Shop);
        Bitrix.Knows("own-token", OwnMember, Own);
        Bitrix.Knows("strange-token", StrangeMember, Strange);
        await Buy(portal: Own);
    }

    public override async Task DisposeAsync()
    {
        await Bitrix.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task The_licence_follows_its_portals_new_name_and_what_was_ordered_under_the_old_one_extends_it()
    {
        Assert.Equal("valid", await Activate(Own, OwnMember, "own-token"));
        var extension = await Place(portal: Own);
        var before = await Shop.LicenceOf(Own);
        Bitrix.Knows("own-token", OwnMember, Renamed);

        Assert.Equal("valid", await Activate(Renamed, OwnMember, "own-token"));
        await Complete(await Start(extension));

        var licence = Assert.Single((await Api.ListLicencesAsync()).Data);
        Assert.Equal((before.Id, Renamed, true), (licence.Id, licence.Portal, licence.ValidUntil > before.ValidUntil));
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task Another_portal_cannot_take_the_licence_by_naming_its_address()
    {
        Assert.Equal("portal_mismatch", await Activate(Own, StrangeMember, "strange-token"));

        Assert.Equal(Own, (await Shop.LicenceOf(Own)).Portal);
        Assert.Equal("valid", await Activate(Own, OwnMember, "own-token"));
        Assert.Equal("portal_mismatch", await Activate(Own, StrangeMember, "strange-token"));
    }

    [Fact]
    public async Task What_nobody_confirms_is_judged_by_the_address()
    {
        Assert.Equal("valid", await Activate(Own, OwnMember, "unknown-token"));
        Assert.Equal("portal_mismatch", await Activate(Strange, OwnMember, "unknown-token"));
    }

    private async Task<string> Activate(string portal, string member, string token) => (await Shop.Client(null).ActivateLicenceAsync(new LicenceUseRequest
    {
        Key = (await Api.ListLicencesAsync()).Data.Single().Key,
        Portal = portal,
        MemberId = member,
        Authorization = token,
    })).Code;
}

public sealed class ConfirmedPortalOnSqlite(SteppedOnSqlite server) : ConfirmedPortalTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class ConfirmedPortalOnPostgres(SteppedOnPostgres server) : ConfirmedPortalTests(server), IClassFixture<SteppedOnPostgres>;
