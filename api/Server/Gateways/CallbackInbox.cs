using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Plugins;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Gateways;

/// <summary>What became of a message: the reply for the provider, or none because no version could read it.</summary>
/// <param name="Reply">What the provider wants to read.</param>
/// <param name="WaitsForPlugin">Whether the version that it is for is not loaded: it can be taken when one is that carries on.</param>
public sealed record TakenMessage(InboundReply? Reply, bool WaitsForPlugin);

/// <summary>
/// Gives a gateway's message to the plugin version that it concerns and settles what it proves. The present version reads it first;
/// what another has begun goes to that one or to one that carries it on. Facts about payments that are not known are kept and announced.
/// </summary>
public sealed class CallbackInbox(Reader reader, IWriter writer, PluginRack rack, GatewayCalls gateways, PaymentSettlement payments, RefundSettlement refunds, Clock clock)
{
    public async Task<TakenMessage> Take(Id<Merchant> merchantId, string gateway, InboundMessage message, CancellationToken cancel)
    {
        var merchant = await reader.Read(merchantId, db => db.Merchants.SingleAsync(row => row.Id == merchantId, cancel));
        var read = await Read(merchant, gateway, message, cancel);
        if (!read.HasAnswer)
        {
            return new TakenMessage(null, read.Fault.Kind == PluginFaultKind.NotLoaded);
        }

        foreach (var fact in read.Answer.Authentic ? read.Answer.Facts : [])
        {
            await Settle(merchantId, gateway, fact, $"{read.Version}", cancel);
        }

        return new TakenMessage(read.Answer.Reply, WaitsForPlugin: false);
    }

    private async Task<CallResult<Inbound>> Read(Merchant merchant, string gateway, InboundMessage message, CancellationToken cancel)
    {
        var read = await gateways.Receive(merchant, gateway, null, message, cancel);
        if (read is { HasAnswer: true, Answer.Authentic: true })
        {
            return await VersionThatBegan(merchant.Id, gateway, read.Answer.Facts, cancel) is { } version && !CarriesOn(gateway, version)
                ? await gateways.Receive(merchant, gateway, version, message, cancel)
                : read;
        }

        // A version that was replaced and is still loaded may know a message that the present one does not.
        foreach (var older in rack.Catalogue.FindSlot(gateway)?.Older ?? [])
        {
            if (await gateways.Receive(merchant, gateway, older.Manifest.Version, message, cancel) is { HasAnswer: true, Answer.Authentic: true } known)
            {
                return known;
            }
        }

        return read;
    }

    /// <summary>A message is about one payment, or about several that one version has begun.</summary>
    private async Task<SemanticVersion?> VersionThatBegan(Id<Merchant> merchant, string gateway, IReadOnlyList<PaymentFact> facts, CancellationToken cancel)
    {
        var references = facts.Select(fact => fact.MerchantReference).ToList();
        var version = await reader.Read(merchant, async db =>
            await db.Payments.Where(row => row.Gateway == gateway && references.Contains(row.MerchantReference)).Select(row => row.PluginVersion).FirstOrDefaultAsync(cancel)
            ?? await db.Refunds.Where(row => references.Contains(row.MerchantReference))
                .Join(db.Payments, refund => refund.PaymentId, payment => payment.Id, (_, payment) => payment.PluginVersion).FirstOrDefaultAsync(cancel));
        return SemanticVersion.Parse(version);
    }

    private bool CarriesOn(string gateway, SemanticVersion version) => rack.Catalogue.FindSlot(gateway)?.Current?.Manifest.CanCarryOn(version) == true;

    private Task<bool> Settle(Id<Merchant> merchant, string gateway, PaymentFact fact, string version, CancellationToken cancel) => writer.Write(
        merchant,
        Turn.OfReference(fact.MerchantReference),
        async (db, token) =>
        {
            var isKnown = fact.Kind == OperationKind.Payment
                ? await SettlePayment(db, gateway, fact, version, token)
                : await SettleRefund(db, fact, version, token);
            if (!isKnown)
            {
                await Keep(db, gateway, fact, token);
            }

            return isKnown;
        },
        cancel);

    private async Task<bool> SettlePayment(BillingDb db, string gateway, PaymentFact fact, string version, CancellationToken cancel)
    {
        var payment = await db.Payments.SingleOrDefaultAsync(row => row.MerchantReference == fact.MerchantReference && row.Gateway == gateway, cancel);
        if (payment is not null)
        {
            await payments.Settle(db, payment, fact.Outcome, AttemptKind.Callback, version, cancel);
        }

        return payment is not null;
    }

    private async Task<bool> SettleRefund(BillingDb db, PaymentFact fact, string version, CancellationToken cancel)
    {
        var refund = await db.Refunds.SingleOrDefaultAsync(row => row.MerchantReference == fact.MerchantReference, cancel);
        if (refund is not null)
        {
            await refunds.Settle(db, refund, fact.Outcome, AttemptKind.Callback, version, cancel);
        }

        return refund is not null;
    }

    private async Task Keep(BillingDb db, string gateway, PaymentFact fact, CancellationToken cancel)
    {
        if (await db.StrayCallbacks.AnyAsync(row => row.Gateway == gateway && row.EventId == fact.EventId, cancel))
        {
            return;
        }

        var now = clock.Now();
        var outcome = OutcomeNames.Of(fact.Outcome);
        db.StrayCallbacks.Add(StrayCallbackRow.Keep(db.Merchant, gateway, fact.EventId, fact.MerchantReference, outcome, now));
        db.Outbox.Announce(new EventDraft(EventTypes.PaymentUnmatched, now, () => new { gateway, fact.EventId, fact.MerchantReference, outcome }));
    }
}
