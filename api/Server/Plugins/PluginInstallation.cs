using BillingHeadless.Domain.Kernel;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Plugins;
using BillingHeadless.Server.Platform.Start;

namespace BillingHeadless.Server.Plugins;

/// <summary>Installs a package, whoever brings it: the operator's call, or a file in the plugins folder.</summary>
public sealed class PluginInstallation(PluginChange change, PluginNode node, PluginLibrary library, BillingOptions options, Clock clock)
{
    /// <param name="call">Under whose idempotency key.</param>
    /// <param name="bytes">The .zip.</param>
    /// <param name="name">What it is called when it is refused.</param>
    /// <param name="cancel">Breaks it off before anything has changed.</param>
    public Task<IResult> Install(Call call, byte[] bytes, string name, CancellationToken cancel)
    {
        var reading = PluginPackage.Read(bytes, options.PluginTrust, name);
        return reading.Package is { } package
            ? Install(call, package, bytes, cancel)
            : change.Refuse(call, PluginRefusals.Of(reading.Failure!), cancel);
    }

    private Task<IResult> Install(Call call, PluginPackage package, byte[] bytes, CancellationToken cancel) => change.Make(
        call,
        package.Manifest.Id,
        () => node.Load(package, cancel),
        (db, _, token) => Want(db, package, bytes, token),
        view => Answer<PluginView>.Made(view, $"/v1/plugins/{package.Manifest.Id}"),
        cancel);

    private async Task<Result<WantedPluginRow>> Want(BillingDb db, PluginPackage package, byte[] bytes, CancellationToken cancel)
    {
        if (!await library.Keep(db, package, bytes, cancel))
        {
            return PluginRefusals.VersionTaken;
        }

        var row = await library.Wish(db, package.Manifest.Id, cancel);
        row.Want(package.Manifest, PluginSource.Package, clock.Now());
        return row;
    }
}
