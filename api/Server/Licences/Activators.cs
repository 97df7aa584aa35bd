using BillingHeadless.Domain.Merchants;
using BillingHeadless.Plugins.Activation;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server.Gateways;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Plugins;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Licences;

/// <summary>Asks the licence activators, with the merchant's settings. A failing activator never un-activates anything.</summary>
public sealed class Activators(PluginRack plugins, PluginCaller caller, Reader reader, GatewaySettingsVault settings, TimeProvider time, ILoggerFactory logs)
{
    /// <summary>The member id and present address of a portal, when an activator vouches for them.</summary>
    public async Task<PortalConfirmed?> Confirm(Merchant merchant, PortalClaim claim, CancellationToken cancel)
    {
        foreach (var slot in plugins.Catalogue.OfKind(PluginKind.LicenceActivator).Where(slot => slot.Current?.Card is ActivatorCard { ConfirmsMembers: true }))
        {
            if (await ScopeOf(merchant, slot.Id, claim.Portal, claim.Authorization, cancel) is not { } scope)
            {
                continue;
            }

            var result = await caller.CallAsync<ILicenceActivator, ConfirmationOutcome>(slot, scope, (port, host, token) => port.ConfirmAsync(claim, host, token), cancel);
            if (result.Answer is PortalConfirmed confirmed)
            {
                return confirmed;
            }
        }

        return null;
    }

    /// <summary>Tells all activators; the reasons of those that could not pass it on.</summary>
    public async Task<IReadOnlyList<string>> Notify(Merchant merchant, LicenceNotice notice, CancellationToken cancel)
    {
        var failures = new List<string>();
        foreach (var slot in plugins.Catalogue.OfKind(PluginKind.LicenceActivator))
        {
            if (await ScopeOf(merchant, slot.Id, notice.Portal, null, cancel) is not { } scope)
            {
                continue;
            }

            var result = await caller.CallAsync<ILicenceActivator, NoticeOutcome>(slot, scope, (port, host, token) => port.NotifyAsync(notice, host, token), cancel);
            if (result.Answer is not (Notified or NothingToNotify))
            {
                failures.Add((result.Answer as NoticeFailed)?.Reason ?? result.Fault?.Text ?? $"The activator {slot.Id} gave no answer.");
            }
        }

        return failures;
    }

    /// <summary>With what an activator is called; null when the merchant has switched it off.</summary>
    private async Task<PluginScope?> ScopeOf(Merchant merchant, string plugin, string portal, string? secret, CancellationToken cancel)
    {
        var row = await reader.Read(merchant.Id, db => db.GatewaySettings.SingleOrDefaultAsync(entry => entry.Gateway == plugin, cancel));
        return row is { Enabled: false } ? null : new PluginScope
        {
            MerchantId = merchant.Id.Value,
            TestMode = merchant.IsTest,
            Settings = row is null ? new Dictionary<string, string>() : settings.Open(row),
            Portal = portal,
            Clock = time,
            Log = new PluginLog(logs.CreateLogger($"Plugin.{plugin}")),
            Budget = Limits.PluginQuery,
            Secrets = secret is null ? [] : [secret],
        };
    }
}
