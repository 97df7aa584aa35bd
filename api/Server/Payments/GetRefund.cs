using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Payments;

public sealed class GetRefund(Reader reader, IWriter writer, PaymentResolver resolver, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/refunds/{id}", ([FromServices] GetRefund endpoint, string id, Call call, CancellationToken cancel) => endpoint.Handle(id, call, cancel))
        .Is(nameof(GetRefund), "Payments", "Reads a refund.")
        .ForKey("refunds:read")
        .Refuses(PaymentRefusals.RefundNotFound);

    public async Task<Answer<RefundView>> Handle(string id, Call call, CancellationToken cancel)
    {
        if (Id<Refund>.Parse(id) is not { } key || await Find(call, key, cancel) is not { } refund)
        {
            return PaymentRefusals.RefundNotFound;
        }

        if (refund.CanBeAsked && clock.Now() - (refund.AskedAt ?? refund.SentAt) >= Limits.PaymentAskedAgain
            && await resolver.Ask(refund.MerchantId, refund.Id, QuestionCause.Read, cancel) is { } answer)
        {
            await writer.Write(
                refund.MerchantId,
                Turn.Of(refund.Id),
                async (db, token) =>
                {
                    await answer.Take(db, token);
                    return true;
                },
                CancellationToken.None);
            refund = (await Find(call, key, cancel))!;
        }

        return RefundView.Of(refund);
    }

    private Task<Refund?> Find(Call call, Id<Refund> key, CancellationToken cancel) =>
        reader.Read(call.Caller.MerchantId, db => db.Refunds.SingleOrDefaultAsync(row => row.Id == key, cancel));
}
