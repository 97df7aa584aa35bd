using System.Security.Cryptography;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>Whether a plugin's files are those that its manifest lists, and none that are the host's.</summary>
internal static class FileCheck
{
    private static readonly string ContractFile = typeof(ContractVersion).Assembly.GetName().Name + ".dll";

    public static ManifestProblem NoManifest { get; } =
        new(PluginManifest.FileName, "", "Add this file: it says what the plugin is.") { Code = FailureCodes.FileMissing };

    public static IReadOnlyList<ManifestProblem> Of(IReadOnlyDictionary<string, byte[]> files, PluginManifest manifest)
    {
        var problems = new List<ManifestProblem>();
        if (!files.ContainsKey(manifest.Assembly))
        {
            problems.Add(new ManifestProblem(
                PluginManifest.FileName, "/assembly", $"Put the file {manifest.Assembly} into the folder, or name the one that is there.")
            {
                Code = FailureCodes.FileMissing,
            });
        }

        problems.AddRange(files.Keys.Where(IsContract).Select(name => new ManifestProblem(
            name, "", "Remove this file: the contract assembly is the host's, and a second copy of it would be other types.")
        {
            Code = FailureCodes.AssemblyNotAllowed,
        }));
        problems.AddRange(manifest.Files is { } listed ? CheckHashes(files, listed) : []);
        return problems;
    }

    private static bool IsContract(string name) => string.Equals(Path.GetFileName(name), ContractFile, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<ManifestProblem> CheckHashes(IReadOnlyDictionary<string, byte[]> files, IReadOnlyDictionary<string, string> listed)
    {
        foreach (var (name, content) in files.Where(file => file.Key is not (PluginManifest.FileName or PackageSignature.FileName)))
        {
            if (!listed.TryGetValue(name, out var hash))
            {
                yield return new ManifestProblem(name, "", "Remove this file, or list it with its SHA-256 under \"files\" of the manifest.")
                {
                    Code = FailureCodes.FileUnlisted,
                };
            }
            else if (hash != Convert.ToHexStringLower(SHA256.HashData(content)))
            {
                yield return new ManifestProblem(name, "", "Restore this file, or list its present SHA-256: it is not the file that the manifest lists.")
                {
                    Code = FailureCodes.HashWrong,
                };
            }
        }

        foreach (var name in listed.Keys.Where(name => !files.ContainsKey(name)))
        {
            yield return new ManifestProblem(name, "", "Add this file, or remove it from \"files\" of the manifest: it is missing.")
            {
                Code = FailureCodes.FileMissing,
            };
        }
    }
}
