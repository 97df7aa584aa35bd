using BillingHeadless.Domain.Kernel;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Plugins;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Plugins;

/// <summary>Which version is to run.</summary>
public sealed record ReloadPluginRequest
{
    /// <summary>One of the kept versions, to go back or forth to it; when left out, the wanted one anew, or what lies in the plugin's folder.</summary>
    [Line(Limits.CodeLength)]
    public string? Version { get; init; }
}

/// <summary>Loads a version anew that was installed before, or the folder of a plugin that ships.</summary>
public sealed class ReloadPlugin(PluginChange change, PluginNode node, PluginLibrary library, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/plugins/{id}/reload", ([FromServices] ReloadPlugin endpoint, string id, ReloadPluginRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(id, request, call, cancel))
        .Is(nameof(ReloadPlugin), "Plugins", "Loads a plugin anew on every node, or another of its kept versions, while payments go on.")
        .ForPlatform()
        .Once()
        .Gives<PluginView>()
        .Refuses([PluginRefusals.NotFound, PluginRefusals.VersionNotKept, .. PluginRefusals.OfPackages.Where(refusal => refusal != PluginRefusals.VersionTaken)]);

    public async Task<IResult> Handle(string id, ReloadPluginRequest request, Call call, CancellationToken cancel)
    {
        var row = (await library.Wanted(cancel)).SingleOrDefault(wanted => wanted.PluginId == id);
        var version = request.Version ?? (row is { Source: PluginSource.Package } ? row.PluginVersion : null);
        if (version is null)
        {
            return node.HasFolder(id) ? await Reload(id, PluginSource.Folder, () => node.LoadFolder(id, cancel), call, cancel) : await change.Refuse(call, PluginRefusals.NotFound, cancel);
        }

        return await library.Find(id, version, cancel) is { } bytes && PluginPackage.Read(bytes, PackageTrust.Anyone, id).Package is { } package
            ? await Reload(id, PluginSource.Package, () => node.Load(package, cancel), call, cancel)
            : await change.Refuse(call, PluginRefusals.VersionNotKept, cancel);
    }

    private Task<IResult> Reload(string id, PluginSource source, Func<Task<PluginLoading>> load, Call call, CancellationToken cancel) => change.Make(
        call,
        id,
        load,
        (db, plugin, token) => Want(db, plugin!.Manifest, source, token),
        Answer<PluginView>.Found,
        cancel);

    private async Task<Result<WantedPluginRow>> Want(BillingDb db, PluginManifest manifest, PluginSource source, CancellationToken cancel)
    {
        var row = await library.Wish(db, manifest.Id, cancel);
        row.Want(manifest, source, clock.Now());
        return row;
    }
}
