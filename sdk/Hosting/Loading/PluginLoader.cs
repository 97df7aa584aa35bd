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
                : new PluginLoading(null, PluginFailure.Of(Path.GetFullPath(path), reading.Manifest?.Id, reading.Problems));
        }
        catch (PluginRefusedException refused)
        {
            return Refused(path, null, refused.Message, refused.Code);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Refused(path, null, PluginText.Of(unreadable), FailureCodes.Unreadable);
        }
    }

    private static ManifestReading ReadManifest(PluginFolder folder)
    {
        if (folder.Find(PluginManifest.FileName) is not { } json)
        {
            return new ManifestReading(null, [FileCheck.NoManifest]);
        }

        var reading = ManifestReader.Read(json);
        return reading.Manifest is { } manifest
            ? reading with { Problems = [.. ContractCheck.Of(manifest), .. folder.Check(manifest)] }
            : reading;
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
        return Refused(folder.Path, manifest.Id, SentenceOf(check.Fault!), CodeOf(check.Fault!));
    }

    private static ValueTask<ConstructedPlugin> ConstructAsync(PluginLoadContext context, PluginFolder folder, PluginManifest manifest)
    {
        var assembly = LoadAssembly(context, folder, manifest);
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
        var card = DescriptionOf(plugin);
        return DescriptionCheck.Refusal(manifest, card, DescriptionOf(plugin)) is { } differs
            ? throw new PluginRefusedException(differs, FailureCodes.DescriptionDiffers)
            : ValueTask.FromResult(new ConstructedPlugin((IAsyncDisposable)plugin, card));
    }

    private static Assembly LoadAssembly(PluginLoadContext context, PluginFolder folder, PluginManifest manifest)
    {
        try
        {
            return context.LoadFrom(folder.Find(manifest.Assembly)!);
        }
        catch (BadImageFormatException broken)
        {
            throw new PluginRefusedException($"Build {manifest.Assembly} anew: it is no .NET assembly. {PluginText.Of(broken)}");
        }
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

    private static string SentenceOf(PluginFault fault) =>
        fault.Kind == PluginFaultKind.Threw ? $"Mend the plugin: it failed when it was made or described itself ({fault.Text})." : fault.Text;

    private static string CodeOf(PluginFault fault) => fault.Kind switch
    {
        PluginFaultKind.TimedOut or PluginFaultKind.Cancelled => FailureCodes.TooSlow,
        PluginFaultKind.Nonsense => fault.Code ?? FailureCodes.NotLoadable,
        _ => FailureCodes.Threw,
    };

    private static PluginLoading Refused(string path, string? id, string sentence, string code) =>
        new(null, new PluginFailure(Path.GetFullPath(path), id, [sentence]) { Code = code });

    private sealed record ConstructedPlugin(IAsyncDisposable Port, object Card);
}

/// <summary>What came of loading a folder: exactly one of the two.</summary>
public sealed record PluginLoading(LoadedPlugin? Plugin, PluginFailure? Failure);

/// <summary>A folder or a package that holds no usable plugin.</summary>
/// <param name="Folder">The folder's full path, or the package's name.</param>
/// <param name="Id">The plugin's id, when its manifest could be read.</param>
/// <param name="Sentences">What to mend, in English.</param>
public sealed record PluginFailure(string Folder, string? Id, IReadOnlyList<string> Sentences)
{
    /// <summary>What is wrong, first of all: one of <see cref="FailureCodes"/>.</summary>
    public string Code { get; init; } = FailureCodes.NotLoadable;

    /// <summary>The failure that these problems are.</summary>
    internal static PluginFailure Of(string folder, string? id, IReadOnlyList<ManifestProblem> problems) =>
        new(folder, id, [.. problems.Select(problem => problem.ToString())]) { Code = problems[0].Code };
}
