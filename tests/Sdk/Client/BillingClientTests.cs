using System.Net;
using BillingHeadless.Client;

namespace BillingHeadless.Tests.Sdk.Client;

/// <summary>What the C# client does by itself: keys, addresses, fields that are left out, problems.</summary>
public sealed class BillingClientTests
{
    private const string Product =
        """{"id":"prd_1","name":"CRM","kind":"licence","agreementIds":[],"texts":{},"onSale":true,"createdAt":"2026-01-31T00:00:00Z"}""";

    private const string Problem =
        """
        {"type":"urn:x","title":"The request does not have the right shape.","status":400,"code":"request_invalid",
         "errors":{"name":["Must be one line."]},"requestId":"req_1"}
        """;

    private static readonly CreateProductRequest NewProduct = new() { Name = "CRM", Kind = ProductKind.Licence };

    [Fact]
    public async Task A_write_gets_a_new_idempotency_key_each_time()
    {
        var server = new ScriptedServer(HttpStatusCode.Created, Product);
        var client = Connect(server);

        await client.CreateProductAsync(NewProduct);
        var first = server.Header("Idempotency-Key");
        await client.CreateProductAsync(NewProduct);

        Assert.NotEmpty(first);
        Assert.NotEqual(first, server.Header("Idempotency-Key"));
    }

    [Fact]
    public async Task A_given_idempotency_key_is_sent_as_it_is()
    {
        var server = new ScriptedServer(HttpStatusCode.Created, Product);

        await Connect(server).CreateProductAsync(NewProduct, "mine");

        Assert.Equal("mine", server.Header("Idempotency-Key"));
    }

    [Fact]
    public async Task A_read_carries_the_key_of_the_caller_and_no_idempotency_key()
    {
        var server = new ScriptedServer(HttpStatusCode.OK, Product);

        await Connect(server).GetProductAsync("prd_1");

        Assert.Equal("Bearer sk_test_1", server.Header("Authorization"));
        Assert.Equal("", server.Header("Idempotency-Key"));
    }

    [Theory]
    [InlineData("https://billing.example/base")]
    [InlineData("https://billing.example/base/")]
    public async Task The_path_of_the_address_is_kept(string address)
    {
        var server = new ScriptedServer(HttpStatusCode.OK, Product);

        await BillingClient.Connect(new Uri(address), null, server).GetProductAsync("prd_1");

        Assert.Equal("https://billing.example/base/v1/products/prd_1", server.Requests[0].RequestUri!.AbsoluteUri);
    }

    [Fact]
    public async Task A_field_that_is_not_set_is_not_sent()
    {
        var server = new ScriptedServer(HttpStatusCode.OK, Product);

        await Connect(server).UpdateProductAsync("prd_1", new UpdateProductRequest { Name = "New" });

        Assert.Equal("""{"name":"New"}""", server.Bodies[0]);
    }

    [Fact]
    public async Task A_field_is_cleared_by_name()
    {
        var server = new ScriptedServer(HttpStatusCode.OK, Product);

        await Connect(server).UpdateProductAsync("prd_1", new UpdateProductRequest { AdditionalProperties = { ["texts"] = null! } });

        Assert.Equal("""{"texts":null}""", server.Bodies[0]);
    }

    [Fact]
    public async Task A_problem_is_an_exception_with_code_fields_and_request()
    {
        var client = Connect(new ScriptedServer(HttpStatusCode.BadRequest, Problem, "application/problem+json"));

        var exception = await Assert.ThrowsAnyAsync<BillingException>(() => client.CreateProductAsync(NewProduct));

        Assert.Equal((400, "request_invalid", "req_1"), (exception.StatusCode, exception.Code, exception.RequestId));
        Assert.Equal("Must be one line.", Assert.Single(exception.Errors["name"]));
        Assert.Equal("400 request_invalid: The request does not have the right shape.", exception.Message);
    }

    [Fact]
    public async Task An_answer_of_something_in_between_is_an_exception_without_a_code()
    {
        var client = Connect(new ScriptedServer(HttpStatusCode.BadGateway, "<html>", "text/html") { RetryAfter = TimeSpan.FromSeconds(7) });

        var exception = await Assert.ThrowsAnyAsync<BillingException>(() => client.GetProductAsync("prd_1"));

        Assert.Equal((502, null), (exception.StatusCode, exception.Code));
        Assert.Equal(TimeSpan.FromSeconds(7), exception.RetryAfter);
        Assert.Empty(exception.Errors);
    }

    private static BillingClient Connect(HttpMessageHandler server) => BillingClient.Connect(new Uri("https://billing.example"), "sk_test_1", server);
}
