using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server.Gateways;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Plugins;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Licences;

public sealed class ListActivators(Reader reader, PluginRack plugins, GatewaySettingsVault vault) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/activators", ([FromServices] ListActivators endpoint, Call call, CancellationToken cancel) => endpoint.Handle(call, cancel))
        .Is(nameof(ListActivators), "Licences", "Lists the licence activators that are installed, with the merchant's settings.")
        .ForKey("settings:read");

    public Task<Answer<PageView<LicenceActivatorView>>> Handle(Call call, CancellationToken cancel) => reader.Read<Answer<PageView<LicenceActivatorView>>>(
        call.Caller.MerchantId,
        async db =>
        {
            var rows = await db.GatewaySettings.ToDictionaryAsync(row => row.Gateway, cancel);
            var loaded = plugins.Catalogue.OfKind(PluginKind.LicenceActivator).Select(slot => slot.Current).OfType<LoadedPlugin>();
            return new PageView<LicenceActivatorView>([.. loaded.OrderBy(plugin => plugin.Manifest.Id, StringComparer.Ordinal).Select(plugin => Show(plugin, rows))], null);
        });

    private LicenceActivatorView Show(LoadedPlugin plugin, Dictionary<string, GatewaySettingsRow> rows) => rows.GetValueOrDefault(plugin.Manifest.Id) is { } row
        ? LicenceActivatorView.Of(plugin, row.Enabled, vault.Open(row))
        : LicenceActivatorView.Of(plugin, enabled: true, new Dictionary<string, string>());
}
