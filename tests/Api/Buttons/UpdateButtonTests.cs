using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Buttons;

public abstract class UpdateButtonTests(RunningServer server)
{
    [Fact]
    public async Task What_is_given_changes_and_what_is_not_stays()
    {
        var shop = await Shop.Open(server);
        var button = await shop.Api.CreateButtonAsync(new CreateButtonRequest
        {
            ProductId = shop.Product.Id,
            Name = "old",
            Texts = new Dictionary<string, string> { ["en"] = "Get it" },
        });
        var changed = await shop.Api.UpdateButtonAsync(button.Id, new UpdateButtonRequest { Name = "new" });
        Assert.Equal(("new", "Get it", button.Url), (changed.Name, changed.Texts["en"], changed.Url));
        await Refused.With("product_not_found", () => shop.Api.UpdateButtonAsync(button.Id, new UpdateButtonRequest { ProductId = "prd_nonsense" }));
        await Refused.With("button_not_found", () => shop.Api.UpdateButtonAsync("btn_nonsense", new UpdateButtonRequest { Name = "x" }));
    }
}

public sealed class UpdateButtonOnSqlite(ServerOnSqlite server) : UpdateButtonTests(server), IClassFixture<ServerOnSqlite>;

public sealed class UpdateButtonOnPostgres(ServerOnPostgres server) : UpdateButtonTests(server), IClassFixture<ServerOnPostgres>;
