using System.Text.Json;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Ledger;

/// <summary>Rule X3; that each tampering is found stands in <see cref="TamperedBooksTests"/>.</summary>
public abstract class ProveBooksTests(RunningServer server)
{
    [Fact]
    public async Task Books_of_a_new_merchant_hold_and_so_do_those_of_a_busy_one()
    {
        var shop = await Shop.Open(server);
        Assert.True((await shop.Api.ProveBooksAsync()).Balanced);
        await shop.Sell(months: 12);
        await shop.Place();
        var proof = await shop.Api.ProveBooksAsync();
        Assert.True(proof.Balanced);
        Assert.Equal((1, 2), (proof.Checks.Single(check => check.Name == "payments").Count, proof.Checks.Single(check => check.Name == "invoices").Count));
    }

    [Fact]
    public async Task Every_check_is_explained_in_the_description_of_the_call()
    {
        var shop = await Shop.Open(server);
        using var api = JsonDocument.Parse(await server.Client.GetStringAsync(new Uri("/openapi.json", UriKind.Relative)));
        var description = api.RootElement.GetProperty("paths").GetProperty("/v1/books/proof").GetProperty("get").GetProperty("description").GetString();

        Assert.All((await shop.Api.ProveBooksAsync()).Checks, check => Assert.Contains($"- `{check.Name}`: ", description, StringComparison.Ordinal));
    }
}

public sealed class ProveBooksOnSqlite(ServerOnSqlite server) : ProveBooksTests(server), IClassFixture<ServerOnSqlite>;

public sealed class ProveBooksOnPostgres(ServerOnPostgres server) : ProveBooksTests(server), IClassFixture<ServerOnPostgres>;
