using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Payments;

/// <summary>Ruling 35: the customer can end the standing order at any time.</summary>
public abstract class DeleteSavedCardTests(SteppedServer server)
{
    [Fact]
    public async Task An_ended_card_is_never_charged_again_and_its_token_is_erased()
    {
        var shop = await SavedCardShop.Open(server);
        var (order, card) = await SavedCardShop.Keep(shop);
        var next = await SavedCardShop.PlaceAgain(shop, order);
        Assert.NotNull(await TokenOf(card));

        await Refused.With("administrator_needed", async () => await (await Documents.Office.CustomerOf(shop, order)).DeleteSavedCardAsync(card.Id));
        var ended = await (await SavedCardShop.AdministratorOf(shop, order.CustomerId)).DeleteSavedCardAsync(card.Id);
        await server.RunJobs();

        Assert.NotNull(ended.EndedAt);
        Assert.Empty((await shop.Api.ListSavedCardsAsync(order.CustomerId)).Data);
        var listed = Assert.Single((await shop.Api.ListSavedCardsAsync(order.CustomerId, ended: true)).Data);
        Assert.Equal((card.Id, ended.EndedAt, (string?)null), (listed.Id, listed.EndedAt, listed.Mask));
        Assert.Equal(["saved_card.kept", "saved_card.ended"], (await Documents.Office.EventTypes(shop)).Where(type => type.StartsWith("saved_card.", StringComparison.Ordinal)));
        await Refused.With("saved_card_not_found", () => SavedCardShop.Charge(shop, next.InvoiceId, card.Id));
        await Refused.With("saved_card_not_found", () => shop.Api.DeleteSavedCardAsync(card.Id));
        Assert.Null(await TokenOf(card));
    }

    [Fact]
    public async Task A_token_is_not_readable_in_the_database()
    {
        var shop = await SavedCardShop.Open(server);
        var (_, card) = await SavedCardShop.Keep(shop);

        Assert.DoesNotContain("card_", await TokenOf(card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_ends_the_card_of_another_customer()
    {
        var shop = await SavedCardShop.Open(server);
        var (_, card) = await SavedCardShop.Keep(shop);
        var stranger = await SavedCardShop.AdministratorOf(shop, (await shop.Place()).CustomerId);

        await Refused.With("saved_card_not_found", () => stranger.DeleteSavedCardAsync(card.Id));
    }

    private async Task<string?> TokenOf(SavedCard card)
    {
        await using var connection = await server.Database.Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = "select token_cipher from saved_cards where id = @id";
        var id = command.CreateParameter();
        (id.ParameterName, id.Value) = ("@id", card.Id);
        command.Parameters.Add(id);
        return await command.ExecuteScalarAsync() as string;
    }
}

public sealed class DeleteSavedCardOnSqlite(SteppedOnSqlite server) : DeleteSavedCardTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class DeleteSavedCardOnPostgres(SteppedOnPostgres server) : DeleteSavedCardTests(server), IClassFixture<SteppedOnPostgres>;
