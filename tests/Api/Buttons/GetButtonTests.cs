using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Buttons;

public abstract class GetButtonTests(RunningServer server)
{
    [Fact]
    public async Task A_button_reads_as_it_was_made_and_is_nobody_elses()
    {
        var (shop, stranger) = (await Shop.Open(server), await Shop.Open(server));
        var texts = new Dictionary<string, string> { ["uk"] = "Купити ліцензію" };
        var made = await shop.Api.CreateButtonAsync(new CreateButtonRequest { ProductId = shop.Product.Id, Name = "Side bar", Texts = texts });
        var read = await shop.Api.GetButtonAsync(made.Id);
        Assert.Equal(("Side bar", "Купити ліцензію", made.Url), (read.Name, read.Texts["uk"], read.Url));
        await Refused.With("button_not_found", () => stranger.Api.GetButtonAsync(made.Id));
        await Refused.With("button_not_found", () => shop.Api.GetButtonAsync("btn_nonsense"));
    }
}

public sealed class GetButtonOnSqlite(ServerOnSqlite server) : GetButtonTests(server), IClassFixture<ServerOnSqlite>;

public sealed class GetButtonOnPostgres(ServerOnPostgres server) : GetButtonTests(server), IClassFixture<ServerOnPostgres>;
