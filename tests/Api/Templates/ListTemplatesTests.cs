using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Templates;

/// <summary>All templates that there are.</summary>
public abstract class ListTemplatesTests(SteppedServer server)
{
    [Fact]
    public async Task Templates_are_listed_with_what_is_the_merchants_own_and_belong_to_it_alone()
    {
        var (shop, other) = (await Shop.Open(server), await Shop.Open(server));
        await shop.Api.PutTemplateAsync("mail.loginLink", new PutTemplateRequest { Source = "<title>Own</title>" });

        var own = (await shop.Api.ListTemplatesAsync(limit: 100)).Data.Where(template => template.Number > 0);

        Assert.Equal("mail.loginLink", Assert.Single(own).Name);
        Assert.All((await other.Api.ListTemplatesAsync(limit: 100)).Data, template => Assert.Equal(0, template.Number));
        var first = await shop.Api.ListTemplatesAsync(limit: 2);
        var second = await shop.Api.ListTemplatesAsync(limit: 2, cursor: first.NextCursor);
        Assert.Empty(first.Data.Select(template => template.Name).Intersect(second.Data.Select(template => template.Name)));
    }
}

public sealed class ListTemplatesOnSqlite(SteppedOnSqlite server) : ListTemplatesTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class ListTemplatesOnPostgres(SteppedOnPostgres server) : ListTemplatesTests(server), IClassFixture<SteppedOnPostgres>;
