using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Plugins;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Payments;

/// <summary>Reads a payment; one that is undecided for some seconds is asked about first (ruling 17).</summary>
public sealed class GetPayment(Reader reader, IWriter writer, PaymentResolver resolver, WaitingPayments waiting, Links links, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/payments/{id}", ([FromServices] GetPayment endpoint, string id, Call call, CancellationToken cancel) => endpoint.Handle(id, call, cancel))
        .Is(nameof(GetPayment), "Payments", "Reads a payment with its exchanges with the gateway.")
        .ForKey("payments:read", orCustomer: true)
        .Refuses(PaymentRefusals.NotFound);

    public async Task<Answer<PaymentView>> Handle(string id, Call call, CancellationToken cancel)
    {
        if (Id<Payment>.Parse(id) is not { } key || await Find(call, key, cancel) is not { } payment)
        {
            return PaymentRefusals.NotFound;
        }

        await Refresh(payment, cancel);
        return await reader.Read<Answer<PaymentView>>(call.Caller.MerchantId, async db =>
        {
            var found = await db.Payments.SingleAsync(row => row.Id == key, cancel);
            var attempts = await db.PaymentAttempts.Where(row => row.PaymentId == key).OrderBy(row => row.Id).Take(Limits.PaymentAttemptsShown).ToListAsync(cancel);
            return PaymentView.Of(found, links, attempts) with { WaitingForPlugin = waiting.IsWaiting(found) };
        });
    }

    /// <summary>Asks the gateway when the payment is undecided and nobody has asked for some seconds.</summary>
    public Task Refresh(Payment payment, CancellationToken cancel) =>
        payment.IsUndecided && MayBeAsked(payment.AskedAt ?? payment.SentAt) ? Ask(payment, QuestionCause.Read, cancel) : Task.CompletedTask;

    /// <summary>The same when the buyer comes back from the gateway's page: that is news, so the first question needs no delay.</summary>
    public Task RefreshOnReturn(Payment payment, CancellationToken cancel) =>
        payment.IsUndecided && (payment.AskedAt is not { } asked || MayBeAsked(asked)) ? Ask(payment, QuestionCause.Return, cancel) : Task.CompletedTask;

    private bool MayBeAsked(DateTimeOffset last) => clock.Now() - last >= Limits.PaymentAskedAgain;

    private async Task Ask(Payment payment, QuestionCause why, CancellationToken cancel)
    {
        if (await resolver.Ask(payment.MerchantId, payment.Id, why, cancel) is { } answer)
        {
            await writer.Write(
                payment.MerchantId,
                Turn.Of(payment.Id),
                async (db, token) =>
                {
                    await answer.Take(db, token);
                    return true;
                },
                CancellationToken.None);
        }
    }

    private async Task<Payment?> Find(Call call, Id<Payment> key, CancellationToken cancel)
    {
        var payment = await reader.Read(call.Caller.MerchantId, db => db.Payments.SingleOrDefaultAsync(row => row.Id == key, cancel));
        return payment is not null && call.Caller.MayActFor(payment.CustomerId) ? payment : null;
    }
}
