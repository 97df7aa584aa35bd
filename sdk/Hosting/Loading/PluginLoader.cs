using System.Reflection;
using BillingHeadless.Plugins.Activation;
using BillingHeadless.Plugins.Documents;
using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>Turns a folder into a loaded plugin, or into sentences that say why not. Nothing that a plugin does gets out of here.</summary>
/// <param name="clock">Measures how long a plugin takes; real time also where the merchants' time is not.</param>
public sealed class PluginLoader(TimeProvider clock)
{
    /// <summary>Reads and checks the folder, then loads the code, constructs the plugin and asks it to describe itself.</summary>
    public async Task<PluginLoading> LoadAsync(string path, CancellationToken cancel)
    {
        try
        {
            var folder = PluginFolder.Read(path);
            var reading = ReadManifest(folder);
            return reading.Manifest is { } manifest && reading.Problems.Count == 0
                ? await LoadCodeAsync(folder, manifest, cancel).ConfigureAwait(false)
                : Refused(path, reading.Manifest?.Id, [.. reading.Problems.Select(problem => problem.ToString())]);
        }
        catch (Exception refused) when (refused is PluginRefusedException or IOException or UnauthorizedAccessException)
        {
            return Refused(path, null, [PluginText.Of(refused)]);
        }
    }

    private static ManifestReading ReadManifest(PluginFolder folder)
    {
        if (folder.Find(PluginManifest.FileName) is not { } json)
        {
            return new ManifestReading(null, [new ManifestProblem(PluginManifest.FileName, "", "Add this file: it says what the plugin is.")]);
        }

        var reading = ManifestReader.Read(json);
        return reading.Manifest is { } manifest
            ? reading with { Problems = [.. CheckContract(manifest), .. folder.Check(manifest)] }
            : reading;
    }

    private static IEnumerable<ManifestProblem> CheckContract(PluginManifest manifest)
    {
        var ours = ContractRange.Offered;
        if (!manifest.Contract.Overlaps(ours))
        {
            var advice = manifest.Contract.Minimum.CompareTo(ours.Maximum) > 0 ? "Update BillingHeadless" : "Install a newer version of the plugin";
            yield return new ManifestProblem(
                PluginManifest.FileName,
                "/contract",
                $"{advice}: the plugin works with contract {manifest.Contract.Minimum} to {manifest.Contract.Maximum}, this host with {ours.Minimum} to {ours.Maximum}.");
        }
    }

    private async Task<PluginLoading> LoadCodeAsync(PluginFolder folder, PluginManifest manifest, CancellationToken cancel)
    {
        var context = new PluginLoadContext(folder, manifest);
        var check = await PluginWork.RunAsync(() => ConstructAsync(context, folder, manifest), HostingLimits.SelfCheck, clock, cancel).ConfigureAwait(false);
        if (check.Answer is { } made)
        {
            return new PluginLoading(new LoadedPlugin(manifest, context, made.Port, made.Card, clock), null);
        }

        PluginMemory.Release(context);
        return Refused(folder.Path, manifest.Id, [check.Fault!.Text]);
    }

    private static ValueTask<ConstructedPlugin> ConstructAsync(PluginLoadContext context, PluginFolder folder, PluginManifest manifest)
    {
        var assembly = context.LoadFrom(folder.Find(manifest.Assembly)!);
        var type = assembly.GetType(manifest.EntryType)
            ?? throw new PluginRefusedException($"Name a class that exists in \"entryType\": {manifest.Assembly} has no {manifest.EntryType}.");
        var port = PortOf(manifest.Kind);
        if (!port.IsAssignableFrom(type) || type.IsAbstract)
        {
            throw new PluginRefusedException($"Let {manifest.EntryType} implement {port.Name}, as its kind demands.");
        }

        if (type.GetConstructor(Type.EmptyTypes) is not { } constructor)
        {
            throw new PluginRefusedException($"Give {manifest.EntryType} a public constructor without parameters.");
        }

        var plugin = constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, null, null);
        return ValueTask.FromResult(new ConstructedPlugin((IAsyncDisposable)plugin, DescriptionOf(plugin)));
    }

    private static Type PortOf(PluginKind kind) => kind switch
    {
        PluginKind.PaymentGateway => typeof(IPaymentGateway),
        PluginKind.DocumentGenerator => typeof(IDocumentGenerator),
        _ => typeof(ILicenceActivator),
    };

    private static object DescriptionOf(object plugin) => plugin switch
    {
        IPaymentGateway gateway => Detached.Of(gateway.Describe()),
        IDocumentGenerator generator => Detached.Of(generator.Describe()),
        _ => Detached.Of(((ILicenceActivator)plugin).Describe()),
    };

    private static PluginLoading Refused(string path, string? id, IReadOnlyList<string> sentences) =>
        new(null, new PluginFailure(Path.GetFullPath(path), id, sentences));

    private sealed record ConstructedPlugin(IAsyncDisposable Port, object Card);
}

/// <summary>What came of loading a folder: exactly one of the two.</summary>
public sealed record PluginLoading(LoadedPlugin? Plugin, PluginFailure? Failure);

/// <summary>A folder that holds no usable plugin.</summary>
/// <param name="Folder">Its full path.</param>
/// <param name="Id">The plugin's id, when its manifest could be read.</param>
/// <param name="Sentences">What to mend, in English.</param>
public sealed record PluginFailure(string Folder, string? Id, IReadOnlyList<string> Sentences);
