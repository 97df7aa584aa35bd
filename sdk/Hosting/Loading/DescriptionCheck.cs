using System.Text.Json;
using BillingHeadless.Plugins.Activation;
using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>Whether a plugin says of itself what its manifest says, and the same each time: the host offers what was described once.</summary>
internal static class DescriptionCheck
{
    private const string SettingPrefix = "$setting:";

    /// <summary>What differs, in one sentence that says what to mend; null when nothing does.</summary>
    /// <param name="manifest">The plugin's.</param>
    /// <param name="card">What it described first.</param>
    /// <param name="again">What it described at once afterwards.</param>
    public static string? Refusal(PluginManifest manifest, object card, object again)
    {
        if (TextOf(card) != TextOf(again))
        {
            return "Let Describe() answer the same every time: it is asked once, and what it says then holds.";
        }

        var titles = card switch
        {
            GatewayCard gateway => gateway.Titles,
            ActivatorCard activator => activator.Titles,
            _ => null,
        };
        if (titles?.All(title => manifest.Titles.GetValueOrDefault(title.Key) == title.Value) == false)
        {
            return $"Let Describe() give the titles of {PluginManifest.FileName}, or the other way round: they differ.";
        }

        return card is GatewayCard { PageHosts: var hosts } ? RefusalOfPages(manifest, hosts) : null;
    }

    private static string? RefusalOfPages(PluginManifest manifest, IReadOnlyList<string> hosts) => hosts
        .Where(host => host.StartsWith(SettingPrefix, StringComparison.Ordinal) && manifest.Settings.Find(host[SettingPrefix.Length..]) is null)
        .Select(host => $"Add the setting \"{host[SettingPrefix.Length..]}\" to {PluginManifest.FileName}, or remove {host} from the page hosts that Describe() gives.")
        .FirstOrDefault();

    // The cards are copies made of the contract's own types: nothing of the plugin gets into the serialiser's caches.
    private static string TextOf(object card) => JsonSerializer.Serialize(card, card.GetType());
}
