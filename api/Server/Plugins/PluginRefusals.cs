using System.Reflection;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Plugins.Hosting;

namespace BillingHeadless.Server.Plugins;

public static class PluginRefusals
{
    public static readonly Refusal NotFound = new("plugin_not_found", RefusalKind.NotFound, "There is no such plugin.");
    public static readonly Refusal VersionTaken = new(
        "plugin_version_taken", RefusalKind.Conflict, "Another package of this version was installed before: give the changed one a version of its own.");
    public static readonly Refusal VersionNotKept = new("plugin_version_not_kept", RefusalKind.NotFound, "No package of this version is kept: install it.");

    public static readonly Refusal Unreadable = Broken(FailureCodes.Unreadable, "The package cannot be read.");
    public static readonly Refusal TooLarge = Broken(FailureCodes.TooLarge, "The package is too large.");
    public static readonly Refusal PathOutside = Broken(FailureCodes.PathOutside, "A file of the package would leave its folder.");
    public static readonly Refusal FileMissing = Broken(FailureCodes.FileMissing, "The package misses a file.");
    public static readonly Refusal FileUnlisted = Broken(FailureCodes.FileUnlisted, "The package holds a file that its manifest does not list.");
    public static readonly Refusal HashWrong = Broken(FailureCodes.HashWrong, "A file of the package is not the one that its manifest lists.");
    public static readonly Refusal Unsigned = Broken(FailureCodes.Unsigned, "Nobody has signed the package.");
    public static readonly Refusal SignatureWrong = Broken(FailureCodes.SignatureWrong, "The package's signature is wrong.");
    public static readonly Refusal PublisherUnknown = Broken(FailureCodes.PublisherUnknown, "The package's publisher is not trusted here.");
    public static readonly Refusal AssemblyNotAllowed = Broken(FailureCodes.AssemblyNotAllowed, "The package brings an assembly that is the host's.");
    public static readonly Refusal ManifestInvalid = Broken(FailureCodes.ManifestInvalid, "The manifest has a mistake.");
    public static readonly Refusal ContractTooOld = Broken(FailureCodes.ContractTooOld, "The plugin was made for an older contract.");
    public static readonly Refusal ContractTooNew = Broken(FailureCodes.ContractTooNew, "The plugin was made for a newer contract.");
    public static readonly Refusal ForbiddenApi = Broken(FailureCodes.ForbiddenApi, "The plugin's code uses what no plugin may use.");
    public static readonly Refusal NotLoadable = Broken(FailureCodes.NotLoadable, "The plugin's code cannot be loaded.");
    public static readonly Refusal Threw = Broken(FailureCodes.Threw, "The plugin failed when it was loaded.");
    public static readonly Refusal TooSlow = Broken(FailureCodes.TooSlow, "The plugin did not describe itself in time.");
    public static readonly Refusal DescriptionDiffers = Broken(FailureCodes.DescriptionDiffers, "The plugin describes itself otherwise than its manifest does.");
    public static readonly Refusal KindDiffers = new(FailureCodes.KindDiffers, RefusalKind.Conflict, "A plugin of this id is one of another kind.");
    public static readonly Refusal Pinned = new(FailureCodes.Pinned, RefusalKind.Conflict, "The plugin takes no other version until the server is started anew.");

    public static readonly Refusal CredentialsRefused = new(
        "plugin_credentials_refused", RefusalKind.Conflict, "The version refuses credentials that the running one takes.");

    private static readonly Dictionary<string, Refusal> ByCode = typeof(PluginRefusals).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (Refusal)field.GetValue(null)!).ToDictionary(refusal => refusal.Code);

    /// <summary>All that a package, or the code in it, can be refused for.</summary>
    public static Refusal[] OfPackages { get; } = [.. ByCode.Values.Where(refusal => refusal != NotFound && refusal != VersionNotKept)];

    /// <summary>The refusal that a failure is, with its sentences.</summary>
    public static Refusal Of(PluginFailure failure) => ByCode[failure.Code].Because(string.Join('\n', failure.Sentences));

    private static Refusal Broken(string code, string title) => new(code, RefusalKind.Invalid, title);
}
