namespace BillingHeadless.Plugins.Hosting;

/// <summary>Whether the plugin and this host know a contract version that is the same.</summary>
internal static class ContractCheck
{
    public static IEnumerable<ManifestProblem> Of(PluginManifest manifest)
    {
        var ours = ContractRange.Offered;
        if (manifest.Contract.Overlaps(ours))
        {
            yield break;
        }

        var isTooNew = manifest.Contract.Minimum.CompareTo(ours.Maximum) > 0;
        var advice = isTooNew ? "Update BillingHeadless" : "Install a newer version of the plugin";
        yield return new ManifestProblem(
            PluginManifest.FileName,
            "/contract",
            $"{advice}: the plugin works with contract {manifest.Contract.Minimum} to {manifest.Contract.Maximum}, this host with {ours.Minimum} to {ours.Maximum}.")
        {
            Code = isTooNew ? FailureCodes.ContractTooNew : FailureCodes.ContractTooOld,
        };
    }
}
