using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Ledger;
using BillingHeadless.Server.Payments;
using BillingHeadless.Tests.Simulation.Actors;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Tests.Simulation;

/// <summary>What must hold when everything has calmed down: all is decided, the books hold, and the provider's book says the same.</summary>
internal sealed partial class Verdict(SimulatedMerchant shop)
{
    /// <summary>A person looks at what waits for one: reading asks the provider.</summary>
    public async Task LookAtUndecided()
    {
        foreach (var payment in (await Payments()).Where(payment => payment.IsUndecided))
        {
            await shop.Ask<GetPayment>(async (endpoint, call, alive) => await endpoint.Handle(payment.Id.Value, call, alive));
        }

        foreach (var refund in (await Refunds()).Where(refund => refund.IsUndecided))
        {
            await shop.Ask<GetRefund>(async (endpoint, call, alive) => await endpoint.Handle(refund.Id.Value, call, alive));
        }
    }

    /// <exception cref="SimulationFailure">Something does not hold.</exception>
    public async Task Demand()
    {
        var proof = await shop.Ask<ProveBooks>(async (endpoint, call, alive) => await endpoint.Handle(call, alive));
        Demand(proof.Body.GetProperty("balanced").GetBoolean(), $"The books do not hold: {proof.Text}");
        var (payments, refunds) = (await Payments(), await Refunds());
        DemandNothing(payments.Where(payment => payment.IsUndecided).Select(payment => $"{payment.Id} is {payment.Status}"), "payments are undecided");
        DemandNothing(refunds.Where(refund => refund.IsUndecided).Select(refund => $"{refund.Id} is {refund.Status}"), "refunds are undecided");
        await DemandAgreement(payments, refunds);
    }

    /// <summary>All that was announced, in one number: two runs with the same one went the same way.</summary>
    public async Task<string> Fingerprint()
    {
        var text = string.Join('\n', (await Events()).Select(row => $"{row.Sequence} {row.Id} {row.Type} {row.OccurredAt:O} {row.Data}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>All that was announced, with ids named by the order in which they come.</summary>
    public async Task<string> Story()
    {
        var names = new Dictionary<string, string>();
        var text = string.Join('\n', (await Events()).Select(row => $"{row.Type} {row.OccurredAt:O} {row.Data}"));
        return IdInText().Replace(text, id => names.TryAdd(id.Value, $"id{names.Count}") ? names[id.Value] : names[id.Value]);
    }

    public async Task<IReadOnlyList<string>> EventTypes() =>
        await shop.Read(db => db.Events.Select(row => row.Type).ToListAsync());

    private async Task<List<EventRow>> Events()
    {
        var events = await shop.Read(db => db.Events.OrderBy(row => row.Sequence).ToListAsync());
        DemandNothing(events.Where((row, place) => row.Sequence != place + 1).Select(row => $"{row.Sequence}"), "events stand at the wrong place");
        return events;
    }

    private async Task DemandAgreement(IReadOnlyList<Payment> payments, IReadOnlyList<Refund> refunds)
    {
        var outside = payments.Where(payment => payment is { Status: PaymentStatus.Succeeded, Method: PaymentMethod.Gateway }).ToDictionary(payment => payment.Id);
        var returned = refunds.Where(refund => refund is { Status: RefundStatus.Succeeded, Method: RefundMethod.Gateway } && outside.ContainsKey(refund.PaymentId));
        var ours = outside.Values.Select(payment => (payment.MerchantReference, payment.Charged.Minor))
            .Concat(returned.Select(refund => (refund.MerchantReference, -refund.Returned.Minor)))
            .ToHashSet();
        var theirs = (await shop.Account.Movements()).Select(movement => (movement.Reference, movement.Minor)).ToHashSet();
        DemandNothing(ours.Except(theirs).Select(entry => $"{entry}"), "movements are only in our books");
        DemandNothing(theirs.Except(ours).Select(entry => $"{entry}"), "movements are only in the provider's book");
    }

    private Task<List<Payment>> Payments() => shop.Read(db => db.Payments.OrderBy(row => row.Id).ToListAsync());

    private Task<List<Refund>> Refunds() => shop.Read(db => db.Refunds.OrderBy(row => row.Id).ToListAsync());

    private static void DemandNothing(IEnumerable<string> found, string what)
    {
        var list = found.ToList();
        Demand(list.Count == 0, $"{list.Count} {what}: {string.Join("; ", list)}");
    }

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new SimulationFailure(otherwise);
        }
    }

    [GeneratedRegex("[a-z]{2,4}_[0-9A-Z]{26}")]
    private static partial Regex IdInText();
}
