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
public sealed class UpdateGateway(OnceWriter writer, Reader reader, PluginRack plugins, SettingsChoice choices, GatewayCalls calls, Links links) : IEndpoint
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

                choices.Store(db, gateway, chosen.Settings, request.Enabled);
                var callback = links.Callback(gateway, call.Caller.MerchantId.Value);
                return Answer<GatewayView>.Found(() => GatewayView.Of(chosen.Plugin, chosen.Card, request.Enabled, chosen.Settings.Values, callback) with { Credentials = probe?.Verdict });
            },
            cancel);
    }

    /// <summary>What the provider says of the settings; null when there is nothing to ask about, or nobody is offered the gateway.</summary>
    private async Task<GatewayProbe?> Probe(string gateway, UpdateGatewayRequest request, Id<Merchant> merchantId, CancellationToken cancel)
    {
        var (merchant, chosen) = await reader.Read(merchantId, async db => (
            await db.Merchants.SingleAsync(row => row.Id == merchantId, cancel),
            await Choose(db, gateway, request, cancel)));
        return request.Enabled && chosen is { Settings.Errors.Count: 0 } ? await calls.Probe(merchant, gateway, chosen.Settings.Own, cancel) : null;
    }

    private async Task<ChosenGateway?> Choose(BillingDb db, string gateway, UpdateGatewayRequest request, CancellationToken cancel) =>
        plugins.Catalogue.Find(gateway)?.Current is { Card: GatewayCard card } plugin
            ? new ChosenGateway(plugin, card, await choices.Choose(db, plugin, request.Settings, cancel))
            : null;

    /// <param name="Plugin">The gateway's present version.</param>
    /// <param name="Card">What it declares.</param>
    /// <param name="Settings">What the merchant has chosen for it.</param>
    private sealed record ChosenGateway(LoadedPlugin Plugin, GatewayCard Card, ChosenSettings Settings)
    {
        public Refusal? Refuse(GatewayProbe? probe) =>
            Settings.Refuse(PaymentRefusals.GatewaySettingsInvalid)
            ?? (probe is { Verdict: ProbeVerdict.NotUsable } ? PaymentRefusals.GatewaySettingsRefused with { Fields = ChosenSettings.ByField(probe.Problems) } : null);
    }
}
