using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Server.Gateways;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Payments;

/// <summary>Asks a gateway what became of a payment or a refund, and lets the settlement take the answer.</summary>
public sealed class PaymentResolver(Reader reader, GatewayCalls gateways, GatewayOffers offers, PaymentSettlement payments, RefundSettlement refunds, Clock clock)
{
    /// <summary>Asks about an undecided payment; null when there is nothing to ask.</summary>
    /// <param name="merchantId">Whose payment.</param>
    /// <param name="id">The payment.</param>
    /// <param name="why">When the buyer has come back, money may have moved even when nobody answers.</param>
    /// <param name="cancel">Breaks it off.</param>
    public async Task<ResolverAnswer?> Ask(Id<Merchant> merchantId, Id<Payment> id, QuestionCause why, CancellationToken cancel)
    {
        var (merchant, payment) = await reader.Read(merchantId, async db => (
            await db.Merchants.SingleAsync(row => row.Id == merchantId, cancel),
            await db.Payments.SingleAsync(row => row.Id == id, cancel)));
        if (!payment.IsUndecided)
        {
            return null;
        }

        var query = new GatewayQuery { Key = OperationKeys.Of(payment), Kind = OperationKind.Payment, SentAt = payment.SentAt, Amount = payment.Charged };
        var reply = await gateways.Query(merchant, payment, query, cancel);
        if (!reply.WasCalled && (why != QuestionCause.Return || payment.Status == PaymentStatus.Unknown))
        {
            return ResolverAnswer.Nothing;
        }

        var isFinal = reply.Answer is not NotFound || IsNotFoundFinal(merchant, payment.Gateway, payment.SentAt, payment.Asked);
        return new ResolverAnswer(async (db, token) =>
        {
            var row = await db.Payments.SingleAsync(entry => entry.Id == id, token);
            if (reply.WasCalled)
            {
                row.NoteAsked(clock.Now(), why == QuestionCause.Schedule);
            }

            if (isFinal)
            {
                await payments.Settle(db, row, reply.Answer, why == QuestionCause.Return ? AttemptKind.Return : AttemptKind.Query, reply.PluginVersion, token);
            }
        })
        {
            IsOnItsWay = reply.Answer is Pending,
        };
    }

    /// <summary>Asks about an undecided refund; null when there is nothing to ask.</summary>
    public async Task<ResolverAnswer?> Ask(Id<Merchant> merchantId, Id<Refund> id, QuestionCause why, CancellationToken cancel)
    {
        var (merchant, refund, payment, alreadyReturned) = await reader.Read(merchantId, async db =>
        {
            var found = await db.Refunds.SingleAsync(row => row.Id == id, cancel);
            return (
                await db.Merchants.SingleAsync(row => row.Id == merchantId, cancel),
                found,
                await db.Payments.SingleAsync(row => row.Id == found.PaymentId, cancel),
                await RefundSending.AlreadyReturned(db, found, cancel));
        });
        if (!refund.CanBeAsked)
        {
            return null;
        }

        var query = new GatewayQuery
        {
            Key = OperationKeys.Of(refund),
            Kind = OperationKind.Refund,
            Payment = OperationKeys.Of(payment),
            SentAt = refund.SentAt,
            Amount = refund.Returned,
            AlreadyReturned = alreadyReturned,
        };
        var reply = await gateways.Query(merchant, payment, query, cancel);
        if (!reply.WasCalled)
        {
            return ResolverAnswer.Nothing;
        }

        var isFinal = reply.Answer is not NotFound || IsNotFoundFinal(merchant, payment.Gateway, refund.SentAt!.Value, refund.Asked);
        return new ResolverAnswer(async (db, token) =>
        {
            var row = await db.Refunds.SingleAsync(entry => entry.Id == id, token);
            row.NoteAsked(clock.Now(), why == QuestionCause.Schedule);
            if (isFinal)
            {
                await refunds.Settle(db, row, reply.Answer, AttemptKind.Query, reply.PluginVersion, token);
            }
        });
    }

    /// <summary>"Not found" is trusted after the gateway's settling delay and when it was not the first answer of the kind.</summary>
    private bool IsNotFoundFinal(Merchant merchant, string gateway, DateTimeOffset sentAt, int asked) =>
        offers.Find(gateway, merchant) is { } offer && clock.Now() - sentAt >= offer.Card.SettlingDelay && asked + 1 >= ResolverSchedule.NotFoundAnswers;
}

/// <summary>What a gateway has answered.</summary>
/// <param name="Take">Takes it, in a write.</param>
public sealed record ResolverAnswer(Func<BillingDb, CancellationToken, Task> Take)
{
    /// <summary>Nobody was asked: the question stays open as it is, and does not count.</summary>
    public static ResolverAnswer Nothing { get; } = new((_, _) => Task.CompletedTask);

    /// <summary>The gateway knows of it and says that it is not decided yet.</summary>
    public bool IsOnItsWay { get; init; }
}

/// <summary>Why a gateway is asked what became of a payment or a refund.</summary>
public enum QuestionCause
{
    /// <summary>The resolver's time has come.</summary>
    Schedule,

    /// <summary>Somebody reads it, which uses up none of the resolver's questions.</summary>
    Read,

    /// <summary>The buyer has come back from the gateway's page, which uses up none either.</summary>
    Return,
}
