using BillingHeadless.Server.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Plugins;

public sealed class GetPlugin(PluginStatus status) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/plugins/{id}", ([FromServices] GetPlugin endpoint, string id, CancellationToken cancel) => endpoint.Handle(id, cancel))
        .Is(nameof(GetPlugin), "Plugins", "Reads a plugin: its versions, how it is doing on each node, and the payments that wait for it.")
        .ForPlatform()
        .Refuses(PluginRefusals.NotFound);

    public async Task<Answer<PluginView>> Handle(string id, CancellationToken cancel) =>
        await status.One(id, cancel) is { } plugin ? plugin : PluginRefusals.NotFound;
}
