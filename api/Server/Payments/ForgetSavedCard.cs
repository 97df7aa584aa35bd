using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Server.Gateways;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Payments;

/// <summary>Makes the gateway forget an ended card, and erases its token here. A gateway that forgets none is not asked.</summary>
public sealed class ForgetSavedCard(Reader reader, GatewayCalls gateways, SavedCards cards) : IJob
{
    public static string Kind => "savedCard.forget";

    public static JobDraft For(SavedCard card, DateTimeOffset systemNow) => new(card.MerchantId, Kind, card.Id.Value, systemNow, JobClock.System);

    public async Task Run(JobRun run, CancellationToken cancel)
    {
        var id = new Id<SavedCard>(run.Key);
        var (merchant, card, payment) = await reader.Read(run.MerchantId, async db =>
        {
            var found = await db.SavedCards.SingleAsync(row => row.Id == id, cancel);
            return (await db.Merchants.SingleAsync(row => row.Id == run.MerchantId, cancel), found, await db.Payments.SingleAsync(row => row.Id == found.PaymentId, cancel));
        });
        if (cards.TokenOf(card) is { } token)
        {
            var command = new ForgetMethod
            {
                Key = new OperationKey { IdempotencyKey = $"forget-{card.Id}", MerchantReference = payment.MerchantReference },
                Token = token,
                CustomerReference = payment.CustomerId.Value,
            };
            var reply = await gateways.Execute(merchant, payment, command, cancel);
            if (reply.Answer is not (MethodForgotten or Unsupported or Declined or NotSent { Kind: NotSentKind.InvalidRequest }))
            {
                throw new TryAgainLaterException("The gateway has not said yet that it has forgotten the card.");
            }
        }

        await run.Complete(async (db, token) => (await db.SavedCards.SingleAsync(row => row.Id == id, token)).Erase(), cancel);
    }
}
