using BillingHeadless.Domain.Kernel;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Plugins;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Plugins;

/// <summary>New calls go nowhere, running ones end; what was begun waits until the plugin is there again (ruling 19).</summary>
public sealed class RemovePlugin(PluginChange change, PluginRack rack, PluginLibrary library, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/v1/plugins/{id}", ([FromServices] RemovePlugin endpoint, string id, Call call, CancellationToken cancel) => endpoint.Handle(id, call, cancel))
        .Is(nameof(RemovePlugin), "Plugins", "Removes a plugin from every node. Its packages are kept, and payments that it has begun wait for it.")
        .ForPlatform()
        .Once()
        .Gives<PluginView>()
        .Refuses(PluginRefusals.NotFound);

    public Task<IResult> Handle(string id, Call call, CancellationToken cancel) => change.Make(
        call,
        id,
        () => Task.FromResult(new PluginLoading(null, null)),
        (db, _, token) => Unwant(db, id, token),
        Answer<PluginView>.Found,
        cancel);

    private async Task<Result<WantedPluginRow>> Unwant(BillingDb db, string id, CancellationToken cancel)
    {
        var loaded = rack.Catalogue.Find(id)?.Current?.Manifest;
        var row = await library.Wish(db, id, cancel);
        if (loaded is null && row.Generation == 0)
        {
            return PluginRefusals.NotFound;
        }

        if (loaded is not null)
        {
            row.Remember(loaded);
        }

        row.WantNothing(clock.Now());
        return row;
    }
}
