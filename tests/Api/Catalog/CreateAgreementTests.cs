using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Catalog;

/// <summary>A5: public agreements, by version.</summary>
public abstract class CreateAgreementTests(RunningServer server)
{
    [Fact]
    public async Task A_new_agreement_is_the_first_version_of_its_series()
    {
        var merchant = await TestMerchant.Create(server);

        var agreement = await merchant.Client.CreateAgreementAsync(Samples.Agreement());

        Assert.Equal((agreement.Id, 1), (agreement.Series, agreement.Version));
        Assert.Equal($"{server.Client.BaseAddress}agreements/{agreement.Id}", agreement.Url);
        Assert.Matches("^[0-9a-f]{64}$", agreement.Hash);
        Assert.Equal("Умови.\n\nДругий абзац.", agreement.Texts["uk"]);
    }

    [Fact]
    public async Task A_new_version_may_name_any_version_before_it()
    {
        var merchant = await TestMerchant.Create(server);
        var first = await merchant.Client.CreateAgreementAsync(Samples.Agreement());
        var changed = Samples.Agreement(first.Id);
        changed.Texts = new Dictionary<string, string> { ["uk"] = "Нові умови." };

        var second = await merchant.Client.CreateAgreementAsync(changed);
        var third = await merchant.Client.CreateAgreementAsync(Samples.Agreement(first.Id));

        Assert.Equal((first.Series, 2), (second.Series, second.Version));
        Assert.Equal((first.Series, 3), (third.Series, third.Version));
        Assert.NotEqual(first.Hash, second.Hash);
        Assert.Equal(first.Hash, third.Hash);
    }

    [Fact]
    public async Task Titles_by_language_are_kept_and_are_part_of_what_is_accepted()
    {
        var merchant = await TestMerchant.Create(server);
        var untitled = await merchant.Client.CreateAgreementAsync(Samples.Agreement());
        var titled = Samples.Agreement(untitled.Id);
        titled.Titles = new Dictionary<string, string> { ["en"] = "Public offer", ["kk"] = "Жария оферта" };

        var agreement = await merchant.Client.CreateAgreementAsync(titled);

        Assert.Empty(untitled.Titles);
        Assert.Equal(titled.Titles, (await merchant.Client.GetAgreementAsync(agreement.Id)).Titles);
        Assert.NotEqual(untitled.Hash, agreement.Hash);
    }

    [Fact]
    public async Task Versions_made_at_once_get_numbers_of_their_own()
    {
        var merchant = await TestMerchant.Create(server);
        var first = await merchant.Client.CreateAgreementAsync(Samples.Agreement());

        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => merchant.Client.CreateAgreementAsync(Samples.Agreement(first.Id))));

        Assert.Equal([2, 3, 4, 5], made.Select(agreement => agreement.Version).Order());
    }

    [Fact]
    public async Task The_version_before_is_this_merchants()
    {
        var foreign = await (await TestMerchant.Create(server)).Client.CreateAgreementAsync(Samples.Agreement());
        var merchant = await TestMerchant.Create(server);
        await Expect.NotFound("agreement_not_found", merchant.Client.CreateAgreementAsync(Samples.Agreement(foreign.Id)));
    }

    [Theory]
    [InlineData("""{"title": "t", "texts": {}}""", "texts")]
    [InlineData("""{"title": "t", "texts": {"uk": ""}}""", "texts")]
    [InlineData("""{"title": "t", "texts": {"uk-UA": "x"}}""", "texts")]
    [InlineData("""{"title": "t", "texts": {"uk": 5}}""", "texts.uk")]
    [InlineData("""{"title": "t", "texts": null}""", "texts")]
    [InlineData("""{"texts": {"uk": "x"}}""", "title")]
    [InlineData("""{"title": "t", "titles": {"de": "x"}, "texts": {"uk": "x"}}""", "titles")]
    [InlineData("""{"title": "t", "titles": {"uk": " "}, "texts": {"uk": "x"}}""", "titles")]
    public async Task A_wrong_shape_names_the_field(string json, string field)
    {
        var merchant = await TestMerchant.Create(server);
        Expect.Misshapen(await server.Post("/v1/agreements", merchant.SecretKey, json), field);
    }

    [Fact]
    public async Task It_is_created_once()
    {
        var merchant = await TestMerchant.Create(server);
        await Expect.Once(
            server, HttpMethod.Post, "/v1/agreements", merchant.SecretKey, """{"title": "a", "texts": {"en": "x"}}""", """{"title": "b", "texts": {"en": "x"}}""");
    }

    [Fact]
    public async Task It_needs_its_scope()
    {
        var merchant = await TestMerchant.Create(server);
        await Expect.Scope(server, merchant, "catalog:write", HttpMethod.Post, "/v1/agreements", """{"title": "a", "texts": {"en": "x"}}""");
    }
}

[Collection(nameof(OnSqlite))]
public sealed class CreateAgreementOnSqlite(ServerOnSqlite server) : CreateAgreementTests(server);

[Collection(nameof(OnPostgres))]
public sealed class CreateAgreementOnPostgres(ServerOnPostgres server) : CreateAgreementTests(server);
