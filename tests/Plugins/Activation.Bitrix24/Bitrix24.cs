using BillingHeadless.Plugins.Activation;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Tests.Plugins.Support;

namespace BillingHeadless.Tests.Plugins.Activation.Bitrix24;

/// <summary>The activator as the server uses it: loaded from its folder, called through the host, for a test merchant.</summary>
public sealed class Bitrix24 : IDisposable
{
    public const string Secret = "whsec_AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=";

    private readonly PluginEgress egress = new();
    private readonly LoadedPlugin plugin;

    private Bitrix24(LoadedPlugin plugin) => this.plugin = plugin;

    public Dictionary<string, string> Settings { get; } = new() { ["portalProtocol"] = "http" };

    public TimeProvider Clock { get; set; } = TimeProvider.System;

    public static async Task<Bitrix24> LoadAsync()
    {
        var loading = await new PluginLoader(TimeProvider.System).LoadAsync(Path.Combine(ShippedPlugins.Directory, "activation-bitrix24"), default);
        return new Bitrix24(loading.Plugin!);
    }

    public async Task<ConfirmationOutcome> ConfirmAsync(string portal, string memberId = BitrixStub.MemberId, string? token = BitrixStub.Token)
    {
        var scope = Scope() with { Portal = portal, Secrets = token is null ? [] : [token] };
        var result = await new PluginCaller(egress, TimeProvider.System).CallAsync<ILicenceActivator, ConfirmationOutcome>(
            plugin, scope, (activator, host, cancel) => activator.ConfirmAsync(new PortalClaim(portal, memberId, token), host, cancel), default);
        return result.Answer!;
    }

    public async Task<NoticeOutcome> NotifyAsync(LicenceNotice notice)
    {
        var result = await new PluginCaller(egress, TimeProvider.System).CallAsync<ILicenceActivator, NoticeOutcome>(
            plugin, Scope(), (activator, host, cancel) => activator.NotifyAsync(notice, host, cancel), default);
        return result.Answer!;
    }

    public void Dispose() => egress.Dispose();

    private PluginScope Scope()
    {
        Assert.Empty(plugin.Manifest.Settings.Validate(Settings));
        return Call.Scope() with { Settings = Settings, Clock = Clock };
    }
}
