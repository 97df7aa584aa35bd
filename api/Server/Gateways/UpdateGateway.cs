using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Plugins;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Gateways;

/// <summary>A merchant's settings for a gateway: all of them, but a secret that is left out stays as it is.</summary>
public sealed record UpdateGatewayRequest
{
    /// <summary>Whether buyers are offered it.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Values by setting name: texts, whole numbers and booleans, as the gateway's schema says.</summary>
    [MaxLength(Limits.MapEntries)]
    public IReadOnlyDictionary<string, JsonElement> Settings { get; init; } = new Dictionary<string, JsonElement>();
}

public sealed class UpdateGateway(OnceWriter writer, PluginRack plugins, GatewaySettingsVault vault, GatewayDefaults defaults, Links links) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/v1/gateways/{gateway}", ([FromServices] UpdateGateway endpoint, string gateway, UpdateGatewayRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(gateway, request, call, cancel))
        .Is(nameof(UpdateGateway), "Gateways", "Sets a gateway up for the merchant.")
        .ForKey("settings:write")
        .Once()
        .Gives<GatewayView>()
        .Refuses(PaymentRefusals.GatewayUnknown, PaymentRefusals.GatewaySettingsInvalid);

    public Task<IResult> Handle(string gateway, UpdateGatewayRequest request, Call call, CancellationToken cancel) => writer.Write<GatewayView>(
        call,
        async (db, token) =>
        {
            if (plugins.Catalogue.Find(gateway)?.Current is not { Card: GatewayCard card } plugin)
            {
                return PaymentRefusals.GatewayUnknown;
            }

            var merchant = await db.Merchants.SingleAsync(entry => entry.Id == db.Merchant, token);
            var row = await db.GatewaySettings.SingleOrDefaultAsync(entry => entry.Gateway == gateway, token);
            var chosen = WithKeptSecrets(plugin.Manifest.Settings, request, row is null ? new Dictionary<string, string>() : vault.Open(row));
            var reading = Read(plugin.Manifest.Settings, chosen, defaults.For(merchant, gateway));
            if (reading.Errors.Count > 0)
            {
                return PaymentRefusals.GatewaySettingsInvalid with { Fields = reading.Errors.ToDictionary(error => $"settings.{error.Key}", error => new[] { error.Value }) };
            }

            row ??= db.GatewaySettings.Add(GatewaySettingsRow.Create(db.Merchant, gateway)).Entity;
            row.Put(request.Enabled, vault.Seal(reading.Values.Where(value => chosen.ContainsKey(value.Key)).ToDictionary()));
            return Answer<GatewayView>.Found(() => GatewayView.Of(plugin, card, row.Enabled, reading.Values, links.Callback(gateway, merchant.Id.Value)));
        },
        cancel);

    private static Dictionary<string, JsonElement> WithKeptSecrets(
        SettingsSchema schema, UpdateGatewayRequest request, IReadOnlyDictionary<string, string> before)
    {
        var chosen = request.Settings.ToDictionary();
        foreach (var (name, value) in before.Where(entry => schema.Find(entry.Key) is { Secret: true }))
        {
            chosen.TryAdd(name, JsonSerializer.SerializeToElement(value));
        }

        return chosen;
    }

    private static SettingsReading Read(SettingsSchema schema, Dictionary<string, JsonElement> chosen, IReadOnlyDictionary<string, string> defaults)
    {
        var all = chosen.ToDictionary();
        foreach (var (name, value) in defaults)
        {
            all.TryAdd(name, JsonSerializer.SerializeToElement(value));
        }

        return schema.Read(JsonSerializer.SerializeToElement(all, Json.Api));
    }
}
