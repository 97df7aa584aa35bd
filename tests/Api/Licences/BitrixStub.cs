using System.Net;
using System.Text;
using System.Text.Json;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BillingHeadless.Tests.Api.Licences;

/// <summary>Bitrix24's authorization server and the vendor's application: it knows whose token is whose, and takes notices.</summary>
public sealed class BitrixStub : IAsyncDisposable
{
    public const string Activator = "activation-bitrix24";

    private readonly WebApplication app;
    private readonly Dictionary<string, (string Member, string Portal)> portals = [];

    private BitrixStub(WebApplication app) => this.app = app;

    /// <summary>Bodies of notices, oldest first.</summary>
    public List<string> Notices { get; } = [];

    public string Url => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public static async Task<BitrixStub> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var stub = new BitrixStub(builder.Build());
        stub.app.MapGet("/rest/app.info", stub.Tell);
        stub.app.MapPost("/notices", stub.Take);
        await stub.app.StartAsync();
        return stub;
    }

    /// <summary>The merchant's activator asks this server.</summary>
    public Task<LicenceActivator> SetUp(Shop shop, string? noticeSecret = null, bool isOn = true) => shop.Api.UpdateActivatorAsync(Activator, new UpdateActivatorRequest
    {
        Enabled = isOn,
        Settings = JsonSerializer.SerializeToElement(new { authorizationServer = Url, noticeUrl = $"{Url}/notices", noticeSecret }, Given),
    });

    /// <summary>A portal, by the token of who is in it, under its present address.</summary>
    public void Knows(string token, string member, string portal) => portals[token] = (member, portal);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static JsonSerializerOptions Given { get; } = new() { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    private IResult Tell(string auth) => portals.TryGetValue(auth, out var portal)
        ? Results.Json(new { result = new { client_id = "app.1", install = new { installed = true, member_id = portal.Member, client_endpoint = $"https://{portal.Portal}/rest/" } } })
        : Results.Json(new { error = "invalid_token" }, statusCode: StatusCodes.Status401Unauthorized);

    private async Task Take(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body, Encoding.UTF8);
        Notices.Add(await body.ReadToEndAsync());
    }
}
