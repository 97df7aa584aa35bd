using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Licences;

public abstract class ListActivatorsTests(RunningServer server)
{
    [Fact]
    public async Task The_one_for_Bitrix24_is_there_and_works_before_anything_is_set()
    {
        var shop = await Shop.Open(server);
        var activator = Assert.Single((await shop.Api.ListActivatorsAsync()).Data);
        Assert.Equal((BitrixStub.Activator, true, true), (activator.Activator, activator.Enabled, activator.ConfirmsMembers));
        Assert.Contains(activator.Schema, setting => setting is { Name: "noticeSecret", Secret: true });
        Assert.Equal(["en", "kk", "ru", "uk"], activator.Titles.Keys.Order());
    }
}

public sealed class ListActivatorsOnSqlite(ServerOnSqlite server) : ListActivatorsTests(server), IClassFixture<ServerOnSqlite>;

public sealed class ListActivatorsOnPostgres(ServerOnPostgres server) : ListActivatorsTests(server), IClassFixture<ServerOnPostgres>;
