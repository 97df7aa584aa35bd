using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server.Gateways;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Plugins;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Plugins;

/// <summary>
/// Tries a version of a gateway that is about to take over with what merchants in test mode have stored. Credentials that the running
/// version takes and the new one does not are a mistake of the new one; a provider that cannot be reached is none.
/// </summary>
public sealed class PluginProof(PluginRack rack, Reader reader, GatewayCalls calls, GatewaySettingsVault vault)
{
    /// <summary>Why the version must not take over; null when nothing speaks against it.</summary>
    public async Task<Refusal?> Check(LoadedPlugin next, CancellationToken cancel)
    {
        var id = next.Manifest.Id;
        if (next.Card is not GatewayCard || rack.Catalogue.Find(id)?.Current is not { } current)
        {
            return null;
        }

        var problems = await Task.WhenAll((await TestMerchants(id, cancel)).Select(user => Problem(user, current, next, cancel)));
        var told = problems.OfType<string>().ToList();
        return told.Count == 0 ? null : PluginRefusals.CredentialsRefused.Because(string.Join('\n', told));
    }

    private Task<List<User>> TestMerchants(string gateway, CancellationToken cancel) => reader.Read(default, db => (
        from row in db.GatewaySettings.IgnoreQueryFilters()
        join merchant in db.Merchants.IgnoreQueryFilters() on row.MerchantId equals merchant.Id
        where row.Gateway == gateway && row.Enabled && merchant.Mode == MerchantMode.Test
        orderby merchant.Id
        select new User(merchant, row)).Take(Limits.MerchantsAskedBeforeASwitch).ToListAsync(cancel));

    private async Task<string?> Problem(User user, LoadedPlugin current, LoadedPlugin next, CancellationToken cancel)
    {
        var values = vault.Open(user.Settings);
        var refused = await calls.Probe(user.Merchant, next, values, cancel);
        if (refused.Verdict != ProbeVerdict.NotUsable || (await calls.Probe(user.Merchant, current, values, cancel)).Verdict != ProbeVerdict.Usable)
        {
            return null;
        }

        var fields = string.Join(", ", refused.Problems.Select(problem => $"{problem.Key}: {problem.Value}"));
        return $"Mend the version, or switch the gateway off for {user.Merchant.Id}: it refuses settings that {current.Manifest.Version} takes ({fields}).";
    }

    private sealed record User(Merchant Merchant, GatewaySettingsRow Settings);
}
