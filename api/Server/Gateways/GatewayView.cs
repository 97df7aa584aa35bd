using System.Text.Json;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Hosting;

namespace BillingHeadless.Server.Gateways;

/// <summary>A payment gateway, as the merchant has set it up.</summary>
public sealed record GatewayView
{
    /// <summary>As <c>payInvoice</c> takes it.</summary>
    public required string Gateway { get; init; }

    /// <summary>The version of its plugin.</summary>
    public required string Version { get; init; }

    /// <summary>Its name by language.</summary>
    public required IReadOnlyDictionary<string, string> Titles { get; init; }

    /// <summary>Whether buyers are offered it.</summary>
    public required bool Enabled { get; init; }

    /// <summary>Values by setting name; secrets are never shown.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>Secret settings that hold a value.</summary>
    public required IReadOnlyList<string> SecretsSet { get; init; }

    /// <summary>What can be set.</summary>
    public required IReadOnlyList<SettingView> Schema { get; init; }

    /// <summary>Where the provider sends its messages: to be entered in the provider's own settings, where it asks for it.</summary>
    public required string CallbackUrl { get; init; }

    /// <summary>What the provider said of the credentials when they were set just now; null when it was not asked.</summary>
    public ProbeVerdict? Credentials { get; init; }

    public required IReadOnlyList<string> Wallets { get; init; }

    /// <summary>none, whole or partial.</summary>
    public required string Refunds { get; init; }

    public static GatewayView Of(LoadedPlugin plugin, GatewayCard card, bool enabled, IReadOnlyDictionary<string, string> values, string callbackUrl) => new()
    {
        Gateway = plugin.Manifest.Id,
        Version = plugin.Manifest.Version.ToString(),
        Titles = card.Titles,
        Enabled = enabled,
        Settings = SettingView.Shown(plugin.Manifest.Settings, values),
        SecretsSet = SettingView.SecretsOf(plugin.Manifest.Settings, values),
        Schema = [.. plugin.Manifest.Settings.Settings.Select(SettingView.Of)],
        CallbackUrl = callbackUrl,
        Wallets = [.. card.Wallets.Select(wallet => JsonNamingPolicy.CamelCase.ConvertName(wallet.ToString()))],
        Refunds = JsonNamingPolicy.CamelCase.ConvertName(card.Refunds.ToString()),
    };
}

/// <summary>One setting of a plugin.</summary>
public sealed record SettingView(
    string Name, string Kind, bool Required, bool Secret, string? Default, IReadOnlyList<string> Values, IReadOnlyDictionary<string, string> Titles)
{
    public static SettingView Of(SettingDefinition setting) => new(
        setting.Name, JsonNamingPolicy.CamelCase.ConvertName(setting.Kind.ToString()), setting.Required, setting.Secret, setting.Default, setting.Values, setting.Titles);

    /// <summary>The values that may be seen.</summary>
    public static Dictionary<string, string> Shown(SettingsSchema schema, IReadOnlyDictionary<string, string> values) =>
        values.Where(value => schema.Find(value.Key) is { Secret: false }).ToDictionary();

    /// <summary>The names of those that may not.</summary>
    public static IReadOnlyList<string> SecretsOf(SettingsSchema schema, IReadOnlyDictionary<string, string> values) =>
        [.. values.Keys.Where(name => schema.Find(name) is { Secret: true }).Order(StringComparer.Ordinal)];
}
