using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Platform.Plugins;

/// <summary>A payment that no loaded version of its plugin can carry on.</summary>
/// <param name="MerchantId">Whose.</param>
/// <param name="PaymentId">Which.</param>
/// <param name="PluginVersion">The version that has begun it.</param>
/// <param name="StartedAt">When.</param>
public sealed record WaitingPayment(string MerchantId, string PaymentId, string PluginVersion, DateTimeOffset StartedAt);

/// <summary>Undecided payments by the plugin version that has begun them, of all merchants: the operator's view (ruling 19).</summary>
public sealed class WaitingPayments(Reader reader, PluginRack rack)
{
    /// <summary>Whether no version that is loaded here carries on what this one has begun.</summary>
    public bool IsWaiting(Payment payment) => payment.IsUndecided && !CanGoOn(payment.Gateway, payment.PluginVersion);

    /// <summary>Whether a version that is loaded here carries on what this one has begun.</summary>
    public bool CanGoOn(string pluginId, string version) =>
        SemanticVersion.Parse(version) is { } startedBy && rack.Catalogue.FindSlot(pluginId)?.CarriesOn(startedBy) == true;

    /// <summary>Whether payments of a version are undecided, or refunds of its payments.</summary>
    public Task<bool> Any(string pluginId, string version, CancellationToken cancel) =>
        reader.Read(default, db => WithSomethingOpen(db, pluginId).AnyAsync(payment => payment.PluginVersion == version, cancel));

    /// <summary>Versions that have begun what nobody here can carry on.</summary>
    public async Task<IReadOnlyList<string>> LostVersions(string pluginId, CancellationToken cancel)
    {
        var versions = await reader.Read(default, db => WithSomethingOpen(db, pluginId).Select(payment => payment.PluginVersion).Distinct().ToListAsync(cancel));
        return [.. versions.Where(version => !CanGoOn(pluginId, version))];
    }

    /// <summary>How many payments wait, and the oldest of them.</summary>
    public async Task<(int Count, IReadOnlyList<WaitingPayment> Oldest)> Of(string pluginId, CancellationToken cancel)
    {
        var lost = await LostVersions(pluginId, cancel);
        return await reader.Read<(int, IReadOnlyList<WaitingPayment>)>(default, async db =>
        {
            var waiting = Undecided(db, pluginId).Where(payment => lost.Contains(payment.PluginVersion));
            var oldest = await waiting.OrderBy(payment => payment.Id).Take(Limits.WaitingPaymentsShown).ToListAsync(cancel);
            return (
                await waiting.CountAsync(cancel),
                [.. oldest.Select(payment => new WaitingPayment(payment.MerchantId.Value, payment.Id.Value, payment.PluginVersion, payment.StartedAt))]);
        });
    }

    /// <summary>Ids of the payments and refunds that are open with these versions, the oldest first.</summary>
    public Task<IReadOnlyList<string>> OperationsOf(string pluginId, IReadOnlyList<string> versions, CancellationToken cancel) => reader.Read<IReadOnlyList<string>>(
        default,
        async db =>
        {
            var payments = await Undecided(db, pluginId).Where(payment => versions.Contains(payment.PluginVersion))
                .OrderBy(payment => payment.Id).Select(payment => payment.Id).Take(Limits.PaymentsTakenUp).ToListAsync(cancel);
            var refunds = await OpenRefunds(db).Join(
                    db.Payments.IgnoreQueryFilters().Where(payment => payment.Gateway == pluginId && versions.Contains(payment.PluginVersion)),
                    refund => refund.PaymentId,
                    payment => payment.Id,
                    (refund, _) => refund.Id)
                .OrderBy(id => id).Take(Limits.PaymentsTakenUp).ToListAsync(cancel);
            return [.. payments.Select(id => id.Value), .. refunds.Select(id => id.Value)];
        });

    private static IQueryable<Payment> Undecided(BillingDb db, string pluginId) => db.Payments.IgnoreQueryFilters()
        .Where(payment => payment.Gateway == pluginId && (payment.Status == PaymentStatus.Pending || payment.Status == PaymentStatus.Unknown));

    private static IQueryable<Refund> OpenRefunds(BillingDb db) => db.Refunds.IgnoreQueryFilters()
        .Where(refund => refund.Status == RefundStatus.Pending || refund.Status == RefundStatus.Unknown);

    private static IQueryable<Payment> WithSomethingOpen(BillingDb db, string pluginId) => db.Payments.IgnoreQueryFilters()
        .Where(payment => payment.Gateway == pluginId
            && (payment.Status == PaymentStatus.Pending || payment.Status == PaymentStatus.Unknown || OpenRefunds(db).Any(refund => refund.PaymentId == payment.Id)));
}
