using BillingHeadless.Server.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Plugins;

public sealed class ListPlugins(PluginStatus status) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/plugins", ([FromServices] ListPlugins endpoint, CancellationToken cancel) => endpoint.Handle(cancel))
        .Is(nameof(ListPlugins), "Plugins", "Lists the plugins with their versions and how they are doing on each node.")
        .ForPlatform();

    public async Task<Answer<PageView<PluginView>>> Handle(CancellationToken cancel) => new PageView<PluginView>(await status.All(cancel), null);
}
