using System.Net;
using BillingHeadless.Client;
using Xunit;

namespace BillingHeadless.Tests.Kit;

/// <summary>What answers must be.</summary>
public static class Expect
{
    /// <summary>The call is refused with the code, and its status.</summary>
    public static async Task<BillingException> Refused(string code, HttpStatusCode status, Task call)
    {
        var refusal = await Assert.ThrowsAnyAsync<BillingException>(() => call);
        Assert.Equal(code, refusal.Code);
        Assert.Equal((int)status, refusal.StatusCode);
        Assert.NotNull(refusal.RequestId);
        return refusal;
    }

    public static Task<BillingException> NotFound(string code, Task call) => Refused(code, HttpStatusCode.NotFound, call);

    /// <summary>The rules do not allow what was asked for; the fields, if any, are named.</summary>
    public static async Task Invalid(string code, Task call, params string[] fields)
    {
        var refusal = await Refused(code, HttpStatusCode.UnprocessableEntity, call);
        Assert.Equal(fields.Order(StringComparer.Ordinal), refusal.Errors.Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>The request has not the right shape; the fields are named as the caller wrote them.</summary>
    public static void Misshapen(RawAnswer answer, params string[] fields)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("request_invalid", answer.Code);
        Assert.Equal(fields.Order(StringComparer.Ordinal), answer.Errors.Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>
    /// A write happens once under its key (ruling 16): the same call answers the same again and says so, another body under
    /// the key is refused, and so is a call without a key.
    /// </summary>
    public static async Task Once(RunningServer server, HttpMethod method, string path, string key, string? json, string? otherJson = null)
    {
        var idempotencyKey = Guid.NewGuid().ToString();
        var first = await server.Send(method, path, key, json, idempotencyKey);
        var again = await server.Send(method, path, key, json, $"\"{idempotencyKey}\"");
        var other = await server.Send(method, path + (otherJson is null ? "?other=1" : ""), key, otherJson ?? json, idempotencyKey);
        var without = await server.Send(method, path, key, json, idempotencyKey: "");

        Assert.True((int)first.Status is >= 200 and < 300, first.Text);
        Assert.Null(first.Header("Idempotency-Replayed"));
        Assert.Equal(first.Status, again.Status);
        Assert.Equal(first.Text, again.Text);
        Assert.Equal("true", again.Header("Idempotency-Replayed"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency_key_reused"), (other.Status, other.Code));
        Assert.Equal((HttpStatusCode.BadRequest, "idempotency_key_missing"), (without.Status, without.Code));
    }

    /// <summary>Only a key with the scope may call: not another secret key, not a token or key of another kind, and nobody without one.</summary>
    public static async Task Scope(RunningServer server, TestMerchant merchant, string scope, HttpMethod method, string path, string? json = null)
    {
        var others = Domain.Merchants.Scope.Areas.Where(area => !scope.StartsWith(area, StringComparison.Ordinal)).Select(area => area + ":write").ToArray();
        var unscoped = await server.Send(method, path, await merchant.KeyFor(others), json);
        var unknown = await server.Send(method, path, "sk_test_unknown", json);
        var anonymous = await server.Send(method, path, key: null, json);

        Assert.Equal((HttpStatusCode.Forbidden, "scope_missing"), (unscoped.Status, unscoped.Code));
        Assert.Equal((HttpStatusCode.Unauthorized, "unauthenticated"), (unknown.Status, unknown.Code));
        Assert.Equal((HttpStatusCode.Unauthorized, "unauthenticated"), (anonymous.Status, anonymous.Code));
        Assert.NotEqual(HttpStatusCode.Forbidden, (await server.Send(method, path, await merchant.KeyFor(scope), json)).Status);
    }
}
