using System.Net;
using System.Net.Http.Headers;
using System.Text;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Http;

/// <summary>What no client would send is a problem with a code, and never an error of ours.</summary>
public abstract class BadInputTests(RunningServer server)
{
    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("nonsense")]
    [InlineData("{\"name\": \"n\",}")]
    [InlineData("{\"name\": \"n\", \"kind\": \"pass\"} {}")]
    [InlineData("{/* comment */}")]
    [InlineData("{\"name\": \"line\nbreak\"}")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    public async Task What_is_no_json_object_is_malformed(string body)
    {
        var merchant = await TestMerchant.Create(server);
        Malformed(await server.Post("/v1/products", merchant.SecretKey, body));
    }

    [Fact]
    public async Task Nesting_is_bounded()
    {
        var merchant = await TestMerchant.Create(server);
        var deep = string.Concat(Enumerable.Repeat("{\"name\": ", 10_000));
        Malformed(await server.Post("/v1/products", merchant.SecretKey, deep));
    }

    [Theory]
    [InlineData("""{"name": "a\u0000b", "kind": "pass"}""")]
    [InlineData("""{"name": "a\u001bb", "kind": "pass"}""")]
    [InlineData("""{"name": "a\bb", "kind": "pass"}""")]
    [InlineData("""{"name": "n", "kind": "pass", "texts": {"uk": {"description": "a\u0007"}}}""")]
    public async Task Control_characters_are_refused_also_as_escapes(string json)
    {
        var merchant = await TestMerchant.Create(server);
        Malformed(await server.Post("/v1/products", merchant.SecretKey, json));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    public async Task Text_is_utf_8(byte[] invalid)
    {
        var merchant = await TestMerchant.Create(server);
        byte[] body = [.. "{\"kind\": \"pass\", \"name\": \"a"u8, .. invalid, .. "\"}"u8];

        var answer = await Send(merchant, new ByteArrayContent(body), "application/json");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(answer.Code, (string[])["request_malformed", "request_invalid"]);
    }

    [Fact]
    public async Task Half_a_character_is_refused()
    {
        var merchant = await TestMerchant.Create(server);
        Expect.Misshapen(await server.Post("/v1/products", merchant.SecretKey, """{"name": "a\ud83d", "kind": "pass"}"""), "name");
    }

    [Fact]
    public async Task A_field_stands_once()
    {
        var merchant = await TestMerchant.Create(server);
        Expect.Misshapen(await server.Post("/v1/products", merchant.SecretKey, """{"name": "a", "name": "b", "kind": "pass"}"""), "name");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=nonsense")]
    public async Task Another_kind_of_body_is_refused(string type)
    {
        var merchant = await TestMerchant.Create(server);
        var answer = await Send(merchant, new ByteArrayContent(Encoding.UTF8.GetBytes("""{"name": "a", "kind": "pass"}""")), type);
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "media_type_unsupported"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=\"UTF-8\"")]
    [InlineData("application/vnd.api+json")]
    public async Task Json_may_say_that_it_is_utf_8(string type)
    {
        var merchant = await TestMerchant.Create(server);
        Assert.Equal(HttpStatusCode.Created, (await Send(merchant, new ByteArrayContent("""{"name": "a", "kind": "pass"}"""u8.ToArray()), type)).Status);
    }

    [Fact]
    public async Task A_body_is_bounded()
    {
        var merchant = await TestMerchant.Create(server);
        var answer = await server.Post("/v1/products", merchant.SecretKey, $$"""{"name": "{{new string('n', 1_048_577)}}"}""");
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "request_too_large"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Control_characters_in_a_query_are_refused()
    {
        var merchant = await TestMerchant.Create(server);
        Malformed(await server.Read("/v1/customers?externalId=a%00b", merchant.SecretKey));
    }

    [Fact]
    public async Task What_is_not_there_and_what_is_not_done_have_their_codes()
    {
        var merchant = await TestMerchant.Create(server);
        var nowhere = await server.Read("/v1/nothing", merchant.SecretKey);
        var unserved = await server.Send(HttpMethod.Put, "/v1/products", merchant.SecretKey, "{}");

        Assert.Equal((HttpStatusCode.NotFound, "not_found"), (nowhere.Status, nowhere.Code));
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "method_not_allowed"), (unserved.Status, unserved.Code));
    }

    [Fact]
    public async Task Every_answer_has_an_id_that_its_problem_repeats()
    {
        var merchant = await TestMerchant.Create(server);
        foreach (var answer in new[] { await server.Post("/v1/products", merchant.SecretKey, "{"), await server.Post("/v1/products", merchant.SecretKey, "{}"), await server.Read("/v1/products/prd_1", merchant.SecretKey) })
        {
            Assert.Equal("application/problem+json", answer.Header("Content-Type")!.Split(';')[0]);
            Assert.StartsWith("req_", answer.Header("X-Request-Id"));
            Assert.Equal(answer.Header("X-Request-Id"), answer.Body.GetProperty("requestId").GetString());
        }

        Assert.StartsWith("req_", (await server.Read("/v1/products", merchant.SecretKey)).Header("X-Request-Id"));
    }

    [Fact]
    public async Task A_problem_does_not_name_our_types()
    {
        var merchant = await TestMerchant.Create(server);
        foreach (var json in new[] { "{}", "[1]", """{"name": 1}""", """{"nope": 1}""", """{"name": null, "kind": "x"}""" })
        {
            Assert.DoesNotContain("BillingHeadless", (await server.Post("/v1/products", merchant.SecretKey, json)).Text, StringComparison.Ordinal);
        }
    }

    private static void Malformed(RawAnswer answer) => Assert.Equal((HttpStatusCode.BadRequest, "request_malformed"), (answer.Status, answer.Code));

    private Task<RawAnswer> Send(TestMerchant merchant, HttpContent content, string type) => server.Send(
        HttpMethod.Post,
        "/v1/products",
        merchant.SecretKey,
        change: request =>
        {
            request.Content = content;
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        });
}

[Collection(nameof(OnSqlite))]
public sealed class BadInputOnSqlite(ServerOnSqlite server) : BadInputTests(server);

[Collection(nameof(OnPostgres))]
public sealed class BadInputOnPostgres(ServerOnPostgres server) : BadInputTests(server);
