using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Templates;

/// <summary>A template as it is now.</summary>
public abstract class GetTemplateTests(SteppedServer server)
{
    private const string Act = "documents.act";

    [Fact]
    public async Task The_one_that_ships_is_read_until_the_merchant_has_its_own()
    {
        var (shop, other) = (await Shop.Open(server), await Shop.Open(server));
        var shipped = await shop.Api.GetTemplateAsync(Act);
        Assert.Equal((0, null), (shipped.Number, shipped.SavedAt));

        await shop.Api.PutTemplateAsync(Act, new PutTemplateRequest { Source = "<p>Own</p>" });

        var own = await shop.Api.GetTemplateAsync(Act);
        Assert.Equal((1, "<p>Own</p>", server.Time.Now), (own.Number, own.Source, own.SavedAt));
        Assert.Equal(shipped.Source, (await other.Api.GetTemplateAsync(Act)).Source);
    }

    [Theory]
    [InlineData("mail.nothing")]
    [InlineData("mail")]
    [InlineData("pages.../act")]
    [InlineData("documents/act")]
    public async Task Nobody_reads_what_is_no_template(string name)
    {
        var shop = await Shop.Open(server);
        await Refused.With("template_not_found", () => shop.Api.GetTemplateAsync(name));
    }
}

public sealed class GetTemplateOnSqlite(SteppedOnSqlite server) : GetTemplateTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class GetTemplateOnPostgres(SteppedOnPostgres server) : GetTemplateTests(server), IClassFixture<SteppedOnPostgres>;
