using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Buttons;

public abstract class CreateButtonTests(RunningServer server)
{
    [Fact]
    public async Task A_buttons_page_sells_its_product()
    {
        var shop = await Shop.Open(server);
        var button = await shop.Api.CreateButtonAsync(new CreateButtonRequest { ProductId = shop.Product.Id, Name = "Main page" });
        Assert.Equal($"{server.Client.BaseAddress}b/{button.Id}", button.Url);
        var page = await server.Client.GetStringAsync(new Uri(button.Url));
        Assert.Contains("Модуль", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Main page", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_of_nothing_is_refused()
    {
        var (shop, stranger) = (await Shop.Open(server), await Shop.Open(server));
        await Refused.With("product_not_found", () => shop.Api.CreateButtonAsync(new CreateButtonRequest { ProductId = stranger.Product.Id, Name = "x" }));
    }
}

public sealed class CreateButtonOnSqlite(ServerOnSqlite server) : CreateButtonTests(server), IClassFixture<ServerOnSqlite>;

public sealed class CreateButtonOnPostgres(ServerOnPostgres server) : CreateButtonTests(server), IClassFixture<ServerOnPostgres>;
