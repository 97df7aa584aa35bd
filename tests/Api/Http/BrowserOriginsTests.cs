using System.Net;
using System.Text;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Http;

/// <summary>Ruling 11: a publishable key works in pages at the origins that it lists.</summary>
public abstract class BrowserOriginsTests(RunningServer server)
{
    [Fact]
    public async Task A_page_at_a_listed_origin_may_read_the_answer()
    {
        var merchant = await TestMerchant.Create(server);

        var answer = await From(TestMerchant.Origin, merchant.PublishableKey);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(TestMerchant.Origin, answer.Header("Access-Control-Allow-Origin"));
        Assert.Equal("Origin", answer.Header("Vary"));
    }

    [Fact]
    public async Task It_may_read_why_it_was_refused_too()
    {
        var merchant = await TestMerchant.Create(server);
        var answer = await From(TestMerchant.Origin, merchant.PublishableKey, "/v1/products?limit=x");
        Assert.Equal((HttpStatusCode.BadRequest, TestMerchant.Origin), (answer.Status, answer.Header("Access-Control-Allow-Origin")));
    }

    [Theory]
    [InlineData("https://other.example.com")]
    [InlineData("http://shop.example.com")]
    [InlineData("https://shop.example.com:8443")]
    [InlineData("null")]
    public async Task A_page_at_another_origin_is_refused(string origin)
    {
        var merchant = await TestMerchant.Create(server);

        var answer = await From(origin, merchant.PublishableKey);

        Assert.Equal((HttpStatusCode.Forbidden, "origin_not_allowed"), (answer.Status, answer.Code));
        Assert.Null(answer.Header("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_secret_key_opens_nothing_to_pages()
    {
        var merchant = await TestMerchant.Create(server);
        Assert.Null((await From(TestMerchant.Origin, merchant.SecretKey)).Header("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task The_browsers_question_before_the_call_is_answered()
    {
        var answer = await server.Send(HttpMethod.Options, "/v1/orders", key: null, idempotencyKey: "", change: request =>
        {
            request.Headers.Add("Origin", TestMerchant.Origin);
            request.Headers.Add("Access-Control-Request-Method", "POST");
        });

        Assert.Equal((HttpStatusCode.NoContent, "*"), (answer.Status, answer.Header("Access-Control-Allow-Origin")));
        Assert.Contains("POST", answer.Header("Access-Control-Allow-Methods"));
        Assert.Contains("Idempotency-Key", answer.Header("Access-Control-Allow-Headers"));
        Assert.Null(answer.Header("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task Nothing_of_the_question_gets_into_the_answer()
    {
        using var handler = new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        using var client = new HttpClient(handler) { BaseAddress = server.Client.BaseAddress };
        using var question = new HttpRequestMessage(HttpMethod.Options, "/v1/orders");
        question.Headers.TryAddWithoutValidation("Origin", "https://магазин.укр");
        question.Headers.Add("Access-Control-Request-Method", "POST");

        using var answer = await client.SendAsync(question);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private Task<RawAnswer> From(string origin, string key, string path = "/v1/products") =>
        server.Send(HttpMethod.Get, path, key, idempotencyKey: "", change: request => request.Headers.Add("Origin", origin));
}

[Collection(nameof(OnSqlite))]
public sealed class BrowserOriginsOnSqlite(ServerOnSqlite server) : BrowserOriginsTests(server);

[Collection(nameof(OnPostgres))]
public sealed class BrowserOriginsOnPostgres(ServerOnPostgres server) : BrowserOriginsTests(server);
