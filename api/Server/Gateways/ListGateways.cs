using BillingHeadless.Domain.Merchants;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Plugins;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Gateways;

public sealed class ListGateways(Reader reader, PluginRack plugins, GatewaySettingsVault vault, GatewayDefaults defaults, Links links) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/gateways", ([FromServices] ListGateways endpoint, Call call, CancellationToken cancel) => endpoint.Handle(call, cancel))
        .Is(nameof(ListGateways), "Gateways", "Lists the gateways that are installed, with the merchant's settings.")
        .ForKey("settings:read");

    public Task<Answer<PageView<GatewayView>>> Handle(Call call, CancellationToken cancel) => reader.Read<Answer<PageView<GatewayView>>>(
        call.Caller.MerchantId,
        async db =>
        {
            var rows = await db.GatewaySettings.ToDictionaryAsync(row => row.Gateway, cancel);
            var loaded = plugins.Catalogue.OfKind(PluginKind.PaymentGateway).Select(slot => slot.Current).OfType<LoadedPlugin>();
            var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
            return new PageView<GatewayView>([.. loaded.OrderBy(plugin => plugin.Manifest.Id, StringComparer.Ordinal).Select(plugin => Show(plugin, merchant, rows))], null);
        });

    private GatewayView Show(LoadedPlugin plugin, Merchant merchant, Dictionary<string, GatewaySettingsRow> rows)
    {
        var row = rows.GetValueOrDefault(plugin.Manifest.Id);
        var values = defaults.AddTo(row is null ? new Dictionary<string, string>() : vault.Open(row), merchant, plugin.Manifest.Id);
        return GatewayView.Of(plugin, (GatewayCard)plugin.Card, row?.Enabled == true, values, links.Callback(plugin.Manifest.Id, merchant.Id.Value));
    }
}
