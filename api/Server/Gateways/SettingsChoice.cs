using System.Text.Json;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Gateways;

/// <summary>
/// What a merchant chooses for a plugin, checked by the plugin's schema: all of its settings, but a secret that is left out stays as it is
/// while the addresses stay.
/// </summary>
public sealed class SettingsChoice(GatewaySettingsVault vault, GatewayDefaults defaults)
{
    public async Task<ChosenSettings> Choose(BillingDb db, LoadedPlugin plugin, IReadOnlyDictionary<string, JsonElement> given, CancellationToken cancel)
    {
        var id = plugin.Manifest.Id;
        var merchant = await db.Merchants.SingleAsync(entry => entry.Id == db.Merchant, cancel);
        var row = await db.GatewaySettings.SingleOrDefaultAsync(entry => entry.Gateway == id, cancel);
        var schema = plugin.Manifest.Settings;
        var before = row is null ? new Dictionary<string, string>() : vault.Open(row);
        var kept = before.Where(entry => schema.Find(entry.Key) is { Secret: true } && !given.ContainsKey(entry.Key)).ToDictionary();
        var reading = schema.Read(given, defaults.AddTo(kept, merchant, id));
        var own = reading.Values.Where(value => given.ContainsKey(value.Key) || kept.ContainsKey(value.Key)).ToDictionary();
        var isElsewhere = LeadsElsewhere(plugin.Manifest, defaults.AddTo(before, merchant, id), defaults.AddTo(own, merchant, id));
        return new ChosenSettings(row, reading.Values, isElsewhere ? WithMissing(reading.Errors, kept) : reading.Errors) { Own = own };
    }

    public void Store(BillingDb db, string plugin, ChosenSettings chosen, bool enabled)
    {
        var row = chosen.Row ?? db.GatewaySettings.Add(GatewaySettingsRow.Create(db.Merchant, plugin)).Entity;
        row.Put(enabled, vault.Seal(chosen.Own));
    }

    /// <summary>Whether the plugin may call another address than before: a secret that was given for one would be told to the other.</summary>
    private static bool LeadsElsewhere(PluginManifest manifest, IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after)
    {
        var (old, chosen) = (manifest.Settings.WithDefaults(before), manifest.Settings.WithDefaults(after));
        return manifest.Hosts.OfType<SettingHost>().Any(host => old.GetValueOrDefault(host.Setting) != chosen.GetValueOrDefault(host.Setting));
    }

    private static Dictionary<string, string> WithMissing(IReadOnlyDictionary<string, string> errors, Dictionary<string, string> kept)
    {
        var all = errors.ToDictionary();
        foreach (var name in kept.Keys)
        {
            all[name] = "Give the secret again: an address to which it may be sent changes.";
        }

        return all;
    }
}

/// <summary>What a merchant has chosen for a plugin, with the secrets kept from before.</summary>
/// <param name="Row">The settings before.</param>
/// <param name="Values">With the installation's own.</param>
/// <param name="Errors">What is wrong by the plugin's schema.</param>
public sealed record ChosenSettings(GatewaySettingsRow? Row, IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, string> Errors)
{
    /// <summary>Without the installation's own: what is stored.</summary>
    public required IReadOnlyDictionary<string, string> Own { get; init; }

    /// <summary>The refusal with all that is wrong, or null.</summary>
    public Refusal? Refuse(Refusal invalid) => Errors.Count > 0 ? invalid with { Fields = ByField(Errors) } : null;

    public static Dictionary<string, string[]> ByField(IReadOnlyDictionary<string, string> problems) =>
        problems.ToDictionary(problem => $"settings.{problem.Key}", problem => new[] { problem.Value });
}
