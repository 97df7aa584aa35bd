using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Plugins;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Gateways;

/// <summary>A merchant's settings for a gateway: all of them, but a secret that is left out stays as it is while the addresses stay.</summary>
public sealed record UpdateGatewayRequest
{
    /// <summary>Whether buyers are offered it.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Values by setting name: texts, whole numbers and booleans, as the gateway's schema says.</summary>
    [Count(Limits.MapEntries)]
    public IReadOnlyDictionary<string, JsonElement> Settings { get; init; } = new Dictionary<string, JsonElement>();
}

/// <summary>
/// Checks the settings by the plugin's schema, then at the provider, and stores them. A provider that cannot be reached is no reason to
/// refuse them: the answer says that nobody could tell.
/// </summary>
public sealed class UpdateGateway(OnceWriter writer, Reader reader, PluginRack plugins, GatewaySettingsVault vault, GatewayDefaults defaults, GatewayCalls calls, Links links) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/v1/gateways/{gateway}", ([FromServices] UpdateGateway endpoint, string gateway, UpdateGatewayRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(gateway, request, call, cancel))
        .Is(nameof(UpdateGateway), "Gateways", "Sets a gateway up for the merchant, once the provider accepts the credentials.")
        .ForKey("settings:write")
        .Once()
        .Gives<GatewayView>()
        .Refuses(PaymentRefusals.GatewayUnknown, PaymentRefusals.GatewaySettingsInvalid, PaymentRefusals.GatewaySettingsRefused);

    public async Task<IResult> Handle(string gateway, UpdateGatewayRequest request, Call call, CancellationToken cancel)
    {
        // Outside the write: the provider is asked over the network.
        var probe = await Probe(gateway, request, call.Caller.MerchantId, cancel);
        return await writer.Write<GatewayView>(
            call,
            async (db, token) =>
            {
                if (await Choose(db, gateway, request, token) is not { } chosen)
                {
                    return PaymentRefusals.GatewayUnknown;
                }

                if (chosen.Refuse(probe) is { } refusal)
                {
                    return refusal;
                }

                var row = chosen.Row ?? db.GatewaySettings.Add(GatewaySettingsRow.Create(db.Merchant, gateway)).Entity;
                row.Put(request.Enabled, vault.Seal(chosen.Own));
                var callback = links.Callback(gateway, call.Caller.MerchantId.Value);
                return Answer<GatewayView>.Found(() => GatewayView.Of(chosen.Plugin, chosen.Card, row.Enabled, chosen.Values, callback) with { Credentials = probe?.Verdict });
            },
            cancel);
    }

    /// <summary>What the provider says of the settings; null when there is nothing to ask about, or nobody is offered the gateway.</summary>
    private async Task<GatewayProbe?> Probe(string gateway, UpdateGatewayRequest request, Id<Merchant> merchantId, CancellationToken cancel)
    {
        var (merchant, chosen) = await reader.Read(merchantId, async db => (
            await db.Merchants.SingleAsync(row => row.Id == merchantId, cancel),
            await Choose(db, gateway, request, cancel)));
        return request.Enabled && chosen is { Errors.Count: 0 } ? await calls.Probe(merchant, gateway, chosen.Own, cancel) : null;
    }

    private async Task<ChosenSettings?> Choose(BillingDb db, string gateway, UpdateGatewayRequest request, CancellationToken cancel)
    {
        if (plugins.Catalogue.Find(gateway)?.Current is not { Card: GatewayCard card } plugin)
        {
            return null;
        }

        var merchant = await db.Merchants.SingleAsync(entry => entry.Id == db.Merchant, cancel);
        var row = await db.GatewaySettings.SingleOrDefaultAsync(entry => entry.Gateway == gateway, cancel);
        var schema = plugin.Manifest.Settings;
        var before = row is null ? new Dictionary<string, string>() : vault.Open(row);
        var kept = KeptSecrets(schema, request, before);
        var reading = schema.Read(request.Settings, defaults.AddTo(kept, merchant, gateway));
        var own = reading.Values.Where(value => request.Settings.ContainsKey(value.Key) || kept.ContainsKey(value.Key)).ToDictionary();
        var isElsewhere = LeadsElsewhere(plugin.Manifest, defaults.AddTo(before, merchant, gateway), defaults.AddTo(own, merchant, gateway));
        return new ChosenSettings(plugin, card, row, reading.Values, isElsewhere ? WithMissing(reading.Errors, kept) : reading.Errors) { Own = own };
    }

    private static Dictionary<string, string> KeptSecrets(SettingsSchema schema, UpdateGatewayRequest request, IReadOnlyDictionary<string, string> before) =>
        before.Where(entry => schema.Find(entry.Key) is { Secret: true } && !request.Settings.ContainsKey(entry.Key)).ToDictionary();

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

    /// <summary>What the merchant has chosen, with the secrets kept from before.</summary>
    /// <param name="Plugin">The gateway's present version.</param>
    /// <param name="Card">What it declares.</param>
    /// <param name="Row">The settings before.</param>
    /// <param name="Values">With the installation's own.</param>
    /// <param name="Errors">What is wrong by the plugin's schema.</param>
    private sealed record ChosenSettings(
        LoadedPlugin Plugin, GatewayCard Card, GatewaySettingsRow? Row, IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, string> Errors)
    {
        /// <summary>Without the installation's own: what is stored.</summary>
        public required IReadOnlyDictionary<string, string> Own { get; init; }

        public Refusal? Refuse(GatewayProbe? probe) =>
            Errors.Count > 0 ? PaymentRefusals.GatewaySettingsInvalid with { Fields = ByField(Errors) }
            : probe is { Verdict: ProbeVerdict.NotUsable } ? PaymentRefusals.GatewaySettingsRefused with { Fields = ByField(probe.Problems) }
            : null;

        private static Dictionary<string, string[]> ByField(IReadOnlyDictionary<string, string> problems) =>
            problems.ToDictionary(problem => $"settings.{problem.Key}", problem => new[] { problem.Value });
    }
}
