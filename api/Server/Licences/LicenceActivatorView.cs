using BillingHeadless.Plugins.Activation;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server.Gateways;

namespace BillingHeadless.Server.Licences;

/// <summary>A licence activator, as the merchant has set it up.</summary>
public sealed record LicenceActivatorView
{
    public required string Activator { get; init; }

    /// <summary>The version of its plugin.</summary>
    public required string Version { get; init; }

    /// <summary>Its name by language.</summary>
    public required IReadOnlyDictionary<string, string> Titles { get; init; }

    /// <summary>Whether it is asked and told; it is, unless the merchant has switched it off.</summary>
    public required bool Enabled { get; init; }

    /// <summary>Whether it can confirm that a portal is the one that it says it is.</summary>
    public required bool ConfirmsMembers { get; init; }

    /// <summary>Values by setting name; secrets are never shown.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>Secret settings that hold a value.</summary>
    public required IReadOnlyList<string> SecretsSet { get; init; }

    /// <summary>What can be set.</summary>
    public required IReadOnlyList<SettingView> Schema { get; init; }

    public static LicenceActivatorView Of(LoadedPlugin plugin, bool enabled, IReadOnlyDictionary<string, string> values)
    {
        var (card, schema) = ((ActivatorCard)plugin.Card, plugin.Manifest.Settings);
        return new LicenceActivatorView
        {
            Activator = plugin.Manifest.Id,
            Version = plugin.Manifest.Version.ToString(),
            Titles = card.Titles,
            Enabled = enabled,
            ConfirmsMembers = card.ConfirmsMembers,
            Settings = SettingView.Shown(schema, values),
            SecretsSet = SettingView.SecretsOf(schema, values),
            Schema = [.. schema.Settings.Select(SettingView.Of)],
        };
    }
}
