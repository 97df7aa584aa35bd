using System.Net;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Http;

/// <summary>Ruling 16, X4: the key, the effect and the answer are one commit.</summary>
public abstract class IdempotencyTests(RunningServer server)
{
    private const string Product = """{"name": "Module", "kind": "licence"}""";

    [Fact]
    public async Task Twins_at_once_do_it_once_and_get_the_same_answer()
    {
        var merchant = await TestMerchant.Create(server);
        var key = Guid.NewGuid().ToString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => server.Post("/v1/products", merchant.SecretKey, Product, key)));

        Assert.Single(answers.Select(answer => (answer.Status, answer.Text)).Distinct());
        Assert.Equal(7, answers.Count(answer => answer.Header("Idempotency-Replayed") == "true"));
        Assert.Single((await merchant.Client.ListProductsAsync()).Data);
    }

    [Fact]
    public async Task A_replay_names_the_place_of_what_was_made()
    {
        var merchant = await TestMerchant.Create(server);
        var key = Guid.NewGuid().ToString();
        var first = await server.Post("/v1/products", merchant.SecretKey, Product, key);
        var again = await server.Post("/v1/products", merchant.SecretKey, Product, key);
        Assert.Equal((HttpStatusCode.Created, first.Header("Location")), (again.Status, again.Header("Location")));
    }

    [Fact]
    public async Task A_key_is_kept_for_two_days_and_is_new_after_that()
    {
        var merchant = await TestMerchant.Create(server);
        var key = Guid.NewGuid().ToString();
        var first = await server.Post("/v1/products", merchant.SecretKey, Product, key);
        server.Time.Advance(TimeSpan.FromHours(24));
        Assert.Equal(first.Text, (await server.Post("/v1/products", merchant.SecretKey, Product, key)).Text);

        server.Time.Advance(TimeSpan.FromHours(24));

        Assert.NotEqual(first.Text, (await server.Post("/v1/products", merchant.SecretKey, Product, key)).Text);
    }

    [Fact]
    public async Task Keys_of_another_credential_are_other_keys()
    {
        var merchant = await TestMerchant.Create(server);
        var other = await TestMerchant.Create(server);
        var second = await merchant.KeyFor("catalog:write");
        var key = Guid.NewGuid().ToString();

        await server.Post("/v1/products", merchant.SecretKey, Product, key);
        Assert.Null((await server.Post("/v1/products", second, Product, key)).Header("Idempotency-Replayed"));
        Assert.Null((await server.Post("/v1/products", other.SecretKey, Product, key)).Header("Idempotency-Replayed"));
        Assert.Equal(2, (await merchant.Client.ListProductsAsync()).Data.Count);
    }

    [Fact]
    public async Task A_refusal_by_a_rule_is_kept_and_one_by_shape_is_not()
    {
        var merchant = await TestMerchant.Create(server);
        var product = await merchant.Client.CreateProductAsync(Samples.Product());
        string Plan(string terms) => $$"""{"productId": "{{product.Id}}", "name": "n", "price": {"amount": 1, "currency": "UAH"}, "terms": {{terms}}}""";
        var (byRule, byShape) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());

        await server.Post("/v1/plans", merchant.SecretKey, Plan("[]"), byRule);
        await server.Post("/v1/plans", merchant.SecretKey, Plan("5"), byShape);
        var kept = await server.Post("/v1/plans", merchant.SecretKey, Plan("[]"), byRule);
        var mended = await server.Post("/v1/plans", merchant.SecretKey, Plan("""[{"months": 1}]"""), byShape);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "plan_invalid", "true"), (kept.Status, kept.Code, kept.Header("Idempotency-Replayed")));
        Assert.Equal(HttpStatusCode.Created, mended.Status);
    }

    [Fact]
    public async Task A_key_is_bounded()
    {
        var merchant = await TestMerchant.Create(server);
        Assert.Equal(HttpStatusCode.Created, (await server.Post("/v1/products", merchant.SecretKey, Product, new string('k', 255))).Status);
        var answer = await server.Post("/v1/products", merchant.SecretKey, Product, new string('k', 256));
        Assert.Equal((HttpStatusCode.BadRequest, "idempotency_key_invalid"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task What_was_answered_is_not_to_be_read_in_the_database()
    {
        var merchant = await TestMerchant.Create(server);
        var made = await merchant.Client.CreateApiKeyAsync(new CreateApiKeyRequest { Scopes = ["*"] });
        Assert.Equal(0L, Convert.ToInt64(await server.Database.Execute(Holding(made.Key!))));
        Assert.Equal(1L, Convert.ToInt64(await server.Database.Execute($"select count(*) from idempotency_keys where merchant_id = '{merchant.Id}'")));
    }

    private string Holding(string text) => server.Kind == DatabaseKind.Sqlite
        ? $"select count(*) from idempotency_keys where instr(cast(body_cipher as text), '{text}') > 0"
        : $"select count(*) from idempotency_keys where position('{text}'::bytea in body_cipher) > 0";
}

[Collection(nameof(OnSqlite))]
public sealed class IdempotencyOnSqlite(ServerOnSqlite server) : IdempotencyTests(server);

[Collection(nameof(OnPostgres))]
public sealed class IdempotencyOnPostgres(ServerOnPostgres server) : IdempotencyTests(server);
