namespace BillingHeadless.Plugins.Hosting;

/// <summary>All that is asked of a package before any of its code is loaded.</summary>
internal static class PackageCheck
{
    public static (PublisherKey? Publisher, IReadOnlyList<ManifestProblem> Problems) Of(
        IReadOnlyDictionary<string, byte[]> files, PluginManifest manifest, PackageTrust trust)
    {
        var signature = files.TryGetValue(PackageSignature.FileName, out var file) ? PackageSignature.Read(file) : null;
        IEnumerable<ManifestProblem> problems =
        [
            .. ContractCheck.Of(manifest),
            .. file is not null && signature?.Fits(files[PluginManifest.FileName]) != true ? [WrongSignature] : ListOf(trust.Refusal(signature)),
            .. manifest.Files is null ? [NoFileList] : FileCheck.Of(files, manifest),
            .. RuntimeAssemblies(files),
        ];
        var found = problems.Take(HostingLimits.ManifestProblems).ToList();

        // Only what is known to be what its publisher signed is looked into.
        return (signature?.Publisher, found.Count > 0 ? found : [.. ApiScan.Of(files).Take(HostingLimits.ManifestProblems)]);
    }

    private static ManifestProblem WrongSignature { get; } = new(
        PackageSignature.FileName, "", "Sign the package anew: this is no signature of its manifest.")
    {
        Code = FailureCodes.SignatureWrong,
    };

    private static ManifestProblem NoFileList { get; } = new(
        PluginManifest.FileName, "/files", "List every file with its SHA-256, as the pack command does.")
    {
        Code = FailureCodes.FileUnlisted,
    };

    private static IEnumerable<ManifestProblem> ListOf(ManifestProblem? problem) => problem is null ? [] : [problem];

    private static IEnumerable<ManifestProblem> RuntimeAssemblies(IReadOnlyDictionary<string, byte[]> files) =>
        from name in files.Keys
        where name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && RuntimeAssemblyNames.Contains(Path.GetFileNameWithoutExtension(name))
        select new ManifestProblem(name, "", "Remove this file: this assembly is the runtime's own.") { Code = FailureCodes.AssemblyNotAllowed };
}
