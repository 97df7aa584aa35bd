using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Buttons;

public abstract class GetButtonSnippetTests(RunningServer server)
{
    [Fact]
    public async Task A_snippet_is_a_link_that_works_alone_and_what_the_merchant_wrote_cannot_break_out_of_it()
    {
        var shop = await Shop.Open(server);
        var button = await shop.Api.CreateButtonAsync(new CreateButtonRequest
        {
            ProductId = shop.Product.Id,
            Name = "x",
            Texts = new Dictionary<string, string> { ["en"] = "<script>alert(1)</script>" },
        });
        var snippet = await shop.Api.GetButtonSnippetAsync(button.Id, "en");
        Assert.Contains(button.Url, snippet.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", snippet.Html, StringComparison.Ordinal);
        await Refused.With("button_not_found", () => shop.Api.GetButtonSnippetAsync("btn_nonsense"));
    }
}

public sealed class GetButtonSnippetOnSqlite(ServerOnSqlite server) : GetButtonSnippetTests(server), IClassFixture<ServerOnSqlite>;

public sealed class GetButtonSnippetOnPostgres(ServerOnPostgres server) : GetButtonSnippetTests(server), IClassFixture<ServerOnPostgres>;
