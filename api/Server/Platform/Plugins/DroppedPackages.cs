using BillingHeadless.Domain.Kernel;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Start;
using BillingHeadless.Server.Plugins;

namespace BillingHeadless.Server.Platform.Plugins;

/// <summary>
/// Packages that somebody puts into the plugins folder are installed as over the API. A file is taken when two looks have found it
/// the same, so that one that is still being copied is not; a file that was refused is told until it is changed or gone.
/// </summary>
public sealed class DroppedPackages(PluginInstallation installation, PluginLibrary library, PluginRack rack, BillingOptions options)
{
    private const string Pattern = "*.zip";
    private readonly Dictionary<string, DroppedFile> seen = new(StringComparer.Ordinal);

    /// <summary>Looks once.</summary>
    public async Task Look(CancellationToken cancel)
    {
        var found = Find();
        foreach (var gone in seen.Keys.Except(found.Select(file => file.Name)).ToList())
        {
            seen.Remove(gone);
            rack.ForgetFailure(gone);
        }

        foreach (var file in found)
        {
            if (seen.GetValueOrDefault(file.Name) is not { } before || before with { IsTaken = false } != file)
            {
                seen[file.Name] = file;
            }
            else if (!before.IsTaken)
            {
                await Take(file, cancel);
                seen[file.Name] = file with { IsTaken = true };
            }
        }
    }

    private IReadOnlyList<DroppedFile> Find() => Directory.Exists(options.PluginsDirectory)
        ? [.. new DirectoryInfo(options.PluginsDirectory).EnumerateFiles(Pattern).OrderBy(file => file.Name, StringComparer.Ordinal).Take(HostingLimits.Plugins)
            .Select(file => new DroppedFile(file.Name, file.FullName, file.Length, file.LastWriteTimeUtc.Ticks))]
        : [];

    /// <summary>What was installed once is not again: whether it is wanted since was decided over the API.</summary>
    private async Task Take(DroppedFile file, CancellationToken cancel)
    {
        rack.ForgetFailure(file.Name);
        if (file.Length > HostingLimits.PackageBytes)
        {
            Refuse(file, FailureCodes.TooLarge, $"Make the package smaller: it may have {HostingLimits.PackageBytes} bytes.");
            return;
        }

        var bytes = await File.ReadAllBytesAsync(file.Path, cancel);
        if (await library.Knows(PluginPackage.HashOf(bytes), cancel))
        {
            return;
        }

        var call = new Call(new Caller { Kind = CallerKind.Platform, MerchantId = Caller.Operator, CredentialId = Caller.Operator.Value });
        if (await installation.Install(call, bytes, file.Name, cancel) is Answer<PluginView> { Refusal: { } refusal })
        {
            Refuse(file, refusal.Code, (refusal.Detail ?? refusal.Title).Split('\n'));
        }
    }

    private void Refuse(DroppedFile file, string code, params IReadOnlyList<string> sentences) =>
        rack.NoteFailure(file.Name, new PluginFailure(file.Name, null, sentences) { Code = code });

    private sealed record DroppedFile(string Name, string Path, long Length, long ChangedAt)
    {
        public bool IsTaken { get; init; }
    }
}
