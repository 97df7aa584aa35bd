using System.Text.Json.Nodes;
using BillingHeadless.Tests.Plugins.Support;
using Microsoft.AspNetCore.Http;

namespace BillingHeadless.Tests.Plugins.Activation.Bitrix24;

/// <summary>Bitrix24 as its fact sheet describes it: the authorization server or a portal, of which <c>app.info</c> is asked.</summary>
public sealed class BitrixStub : IAsyncDisposable
{
    public const string Token = "ahodg4h37n89vo17gbkgq0x1l825nnb5";
    public const string MemberId = "a223c6b3710f85df22e9377d6c4f7553";

    private readonly List<string> asked = [];
    private Stub server = null!;

    /// <summary>Status and body of the next answers to the right token.</summary>
    public (int Status, string Body) Answer { get; set; } = (200, Portal());

    public string Url => server.Url;

    public int Port => server.Port;

    /// <summary>Paths with their queries, in their order.</summary>
    public IReadOnlyList<string> Asked => asked;

    public static async Task<BitrixStub> StartAsync()
    {
        var stub = new BitrixStub();
        stub.server = await Stub.StartAsync(stub.RespondAsync);
        return stub;
    }

    /// <summary>What a portal answers: it names no member.</summary>
    public static string Portal() => """
        {"result":{"ID":"7","CODE":"app.573ad8a0346747.09223434","VERSION":1,"STATUS":"F","INSTALLED":true,"PAYMENT_EXPIRED":"N","DAYS":null,
        "LANGUAGE_ID":"uk","LICENSE":"ua_basic"},"time":{"start":1763760000.1,"finish":1763760000.2}}
        """;

    /// <summary>What the authorization server answers: the installation that the token belongs to.</summary>
    public static string Authorization(string member = MemberId, string? endpoint = null)
    {
        var install = new JsonObject { ["installed"] = true, ["status"] = "F", ["member_id"] = member };
        if (endpoint is not null)
        {
            install["client_endpoint"] = endpoint;
        }

        return new JsonObject { ["result"] = new JsonObject { ["client_id"] = "app.573ad8a0346747.09223434", ["install"] = install } }.ToJsonString();
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task RespondAsync(HttpContext context)
    {
        asked.Add(context.Request.Path + context.Request.QueryString);
        var isGood = context.Request.Path == "/rest/app.info" && context.Request.Query["auth"] == Token;
        var (status, body) = isGood ? Answer : (401, """{"error":"invalid_token","error_description":"Unable to get application by token"}""");
        context.Response.StatusCode = status;
        if (status is 301 or 302)
        {
            context.Response.Headers.Location = body;
            return;
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body);
    }
}
