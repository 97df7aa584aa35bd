using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Buttons;

public abstract class ListButtonsTests(RunningServer server)
{
    [Fact]
    public async Task Buttons_are_listed_newest_first()
    {
        var shop = await Shop.Open(server);
        Assert.Empty((await shop.Api.ListButtonsAsync()).Data);
        await shop.Api.CreateButtonAsync(new CreateButtonRequest { ProductId = shop.Product.Id, Name = "first" });
        await shop.Api.CreateButtonAsync(new CreateButtonRequest { ProductId = shop.Product.Id, Name = "second" });
        Assert.Equal(["second", "first"], (await shop.Api.ListButtonsAsync()).Data.Select(button => button.Name));
    }
}

public sealed class ListButtonsOnSqlite(ServerOnSqlite server) : ListButtonsTests(server), IClassFixture<ServerOnSqlite>;

public sealed class ListButtonsOnPostgres(ServerOnPostgres server) : ListButtonsTests(server), IClassFixture<ServerOnPostgres>;
