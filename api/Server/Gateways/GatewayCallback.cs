using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Gateways;

/// <summary>
/// A gateway's message, byte for byte to its plugin. What it proves is settled before the provider gets its answer, so that
/// a provider that hears nothing sends it again. Facts about payments that are not known are kept and announced.
/// </summary>
public sealed class GatewayCallback(
    Reader reader, IWriter writer, GatewayCalls gateways, PaymentSettlement payments, RefundSettlement refunds, GatewayOffers offers, Clock clock) : IEndpoint
{
    public const string Path = "/v1/gateways/{gateway}/callbacks/{merchantId}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(Path, ([FromServices] GatewayCallback endpoint, string gateway, string merchantId, HttpRequest request, CancellationToken cancel) =>
                endpoint.Handle(gateway, merchantId, request, cancel))
            .Is(nameof(GatewayCallback), "Gateways", "Takes a gateway's message about a payment.")
            .ForAnyone()
            .Refuses(PaymentRefusals.GatewayUnknown, PaymentRefusals.GatewayUnavailable);
        routes
            .MapGet(Path, ([FromServices] GatewayCallback endpoint, string gateway, string merchantId, HttpRequest request, CancellationToken cancel) =>
                endpoint.Handle(gateway, merchantId, request, cancel))
            .Is(nameof(GatewayCallback) + "ByGet", "Gateways", "Takes a gateway's message that comes as an address.")
            .ForAnyone()
            .Refuses(PaymentRefusals.GatewayUnknown, PaymentRefusals.GatewayUnavailable);
    }

    public async Task<IResult> Handle(string gateway, string merchantId, HttpRequest request, CancellationToken cancel)
    {
        var merchant = Id<Merchant>.Parse(merchantId) is { } id ? await reader.Read(id, db => db.Merchants.SingleOrDefaultAsync(row => row.Id == id, cancel)) : null;
        if (merchant is null || offers.Find(gateway, merchant) is null)
        {
            return new ProblemResult(Problem.Of(PaymentRefusals.GatewayUnknown));
        }

        var message = await InboundReader.Read(request, InboundKind.Callback, cancel);
        return await Take(merchant, gateway, message, cancel);
    }

    private async Task<IResult> Take(Merchant merchant, string gateway, InboundMessage message, CancellationToken cancel)
    {
        if (await gateways.Receive(merchant, gateway, message, cancel) is not { } reply)
        {
            return new ProblemResult(Problem.Of(PaymentRefusals.GatewayUnavailable));
        }

        foreach (var fact in reply.Answer.Authentic ? reply.Answer.Facts : [])
        {
            await Settle(merchant.Id, gateway, fact, reply.PluginVersion, cancel);
        }

        var answer = reply.Answer.Reply;
        return Results.Text(answer.Body, answer.ContentType, statusCode: answer.Status);
    }

    private Task<bool> Settle(Id<Merchant> merchant, string gateway, PaymentFact fact, string version, CancellationToken cancel) => writer.Write(
        merchant,
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
