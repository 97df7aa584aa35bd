using System.ComponentModel.DataAnnotations;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Server.Gateways;
using BillingHeadless.Server.PlanChanges;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Payments;

/// <summary>How much of a payment goes back, and why.</summary>
public sealed record RefundPaymentRequest
{
    /// <summary>
    /// Invoice money; all that is left when left out. The surcharge goes back on top in proportion. Of a payment of which a part was needed
    /// by no invoice, that part goes back first, in a refund of its own.
    /// </summary>
    public MoneyBody? Amount { get; init; }

    [StringLength(Limits.ShortTextLength, MinimumLength = 1)]
    public required string Reason { get; init; }

    /// <summary>manual: the merchant has returned the money by its own hand and only records it.</summary>
    public RefundMethod Method { get; init; } = RefundMethod.Gateway;
}

/// <summary>Reserve, ask the gateway, settle (ruling 6).</summary>
public sealed class RefundPayment(
    IWriter writer, OnceWriter once, RefundReservation reservation, RefundSending sending, RefundSettlement settlement, FrozenCredits frozen, GatewayOffers offers, Reader reader, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/payments/{id}/refunds", ([FromServices] RefundPayment endpoint, string id, RefundPaymentRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(id, request, call, cancel))
        .Is(nameof(RefundPayment), "Payments", "Returns the money of a payment, whole or in part, to where it came from.")
        .ForKey("refunds:write")
        .Once()
        .Makes<RefundView>()
        .Refuses(
            PaymentRefusals.NotFound,
            PaymentRefusals.NotRefundable,
            PaymentRefusals.RefundExceedsPayment,
            PaymentRefusals.RefundByHand,
            PaymentRefusals.AmountNotPositive,
            InvoiceRefusals.PaymentUndecided,
            InvoiceRefusals.CurrencyDiffers);

    public async Task<IResult> Handle(string id, RefundPaymentRequest request, Call call, CancellationToken cancel)
    {
        var (answer, reserved) = await writer.Write(call.Caller.MerchantId, Turn.Of(new Id<Payment>(id)), (db, token) => Reserve(db, id, request, call, token), cancel);
        if (answer is StoredAnswer { LostResourceId: { } lost })
        {
            return await reader.Read(call.Caller.MerchantId, async db => Made(await db.Refunds.SingleAsync(row => row.Id == new Id<Refund>(lost), cancel)));
        }

        return answer ?? await Carry(reserved!, call, cancel);
    }

    private async Task<(IResult? Answer, ReservedRefund? Reserved)> Reserve(
        BillingDb db, string id, RefundPaymentRequest request, Call call, CancellationToken cancel)
    {
        if (call.IdempotencyKey is not null && await once.Find(db, call, cancel) is { } stored)
        {
            return (stored, null);
        }

        var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
        if (await db.Payments.ById(id, cancel) is not { } payment)
        {
            return (Answered(db, call, PaymentRefusals.NotFound), null);
        }

        var invoice = await db.Invoices.Include(row => row.Lines).SingleAsync(row => row.Id == payment.InvoiceId, cancel);
        var left = await RefundReservation.LeftOf(db, payment, invoice, cancel);
        if (Refuse(merchant, payment, invoice, request, left) is { } refusal)
        {
            return (Answered(db, call, refusal), null);
        }

        if (await frozen.GiveWay(db, invoice, cancel) is { } undecided)
        {
            return (Answered(db, call, undecided), null);
        }

        var refund = await SetAside(db, merchant, payment, invoice, request, request.Amount?.Amount ?? left, cancel);
        return refund.Method != RefundMethod.Gateway
            ? (await Record(db, refund, call, cancel), null)
            : (null, Send(db, new ReservedRefund(merchant, payment, refund), call));
    }

    /// <summary>What no invoice needed and still lies there goes first; then money of the settled invoice.</summary>
    private Task<Refund> SetAside(
        BillingDb db, Merchant merchant, Payment payment, Invoice invoice, RefundPaymentRequest request, long amount, CancellationToken cancel) => payment.SurplusMinor > 0
            ? reservation.ReserveSurplus(db, payment, amount, request.Method, request.Reason, clock.NowOf(merchant), cancel)
            : reservation.Reserve(db, merchant, payment, invoice, amount, request.Method, request.Reason, cancel);

    /// <summary>What has been returned by hand, or goes to a balance, needs nobody outside: it is one commit.</summary>
    private async Task<IResult> Record(BillingDb db, Refund refund, Call call, CancellationToken cancel)
    {
        await settlement.Settle(db, refund, new Succeeded(refund.Returned), AttemptKind.Manual, "", cancel);
        return Answered(db, call, Made(refund));
    }

    private ReservedRefund Send(BillingDb db, ReservedRefund reserved, Call call)
    {
        reserved.Refund.Send(clock.Now());
        db.Outbox.Plan(ResolveRefund.For(reserved.Refund));
        once.Reserve(db, call, reserved.Refund.Id.Value);
        return reserved;
    }

    private IResult Answered(BillingDb db, Call call, Answer<RefundView> answer)
    {
        once.Keep(db, call, answer);
        return answer;
    }

    private static Answer<RefundView> Made(Refund refund) => Answer<RefundView>.Made(() => RefundView.Of(refund), $"/v1/refunds/{refund.Id}");

    private Refusal? Refuse(Merchant merchant, Payment payment, Invoice invoice, RefundPaymentRequest request, long left) => payment switch
    {
        { Status: not PaymentStatus.Succeeded } => PaymentRefusals.NotRefundable,
        { AppliedMinor: > 0 } when invoice.Status == InvoiceStatus.Open => PaymentRefusals.NotRefundable
            .Because("It is a part of an invoice that is still open: when the invoice is cancelled, the part goes back."),
        { Method: not PaymentMethod.Gateway } when invoice.IsOfBalance => PaymentRefusals.NotRefundable
            .Because("It is on the balance again, or in what a tariff change has bought: that purchase can be refunded."),
        _ when request.Amount is { Amount: <= 0 } => PaymentRefusals.AmountNotPositive.At("amount", "more_than_zero"),
        _ when request.Amount is { } amount && amount.Currency != payment.Currency.Code => InvoiceRefusals.CurrencyDiffers,
        _ when left == 0 || request.Amount?.Amount > left => PaymentRefusals.RefundExceedsPayment
            .Because($"Left to refund: {left} {payment.Currency} in minor units."),
        _ when request.Method == RefundMethod.Manual || payment.Method != PaymentMethod.Gateway => null,
        _ => CanReturn(merchant, payment, request.Amount?.Amount ?? left) ? null : PaymentRefusals.RefundByHand,
    };

    private bool CanReturn(Merchant merchant, Payment payment, long amount) => offers.Find(payment.Gateway, merchant)?.Card.Refunds switch
    {
        RefundSupport.Partial => true,
        RefundSupport.Whole => amount >= payment.AmountMinor,
        _ => false,
    };

    private async Task<IResult> Carry(ReservedRefund reserved, Call call, CancellationToken cancel)
    {
        var reply = await sending.Send(reserved.Merchant, reserved.Payment, reserved.Refund, cancel);
        return await writer.Write(
            reserved.Merchant.Id,
            Turn.Of(reserved.Refund.Id),
            async (db, token) =>
            {
                var refund = await db.Refunds.SingleAsync(row => row.Id == reserved.Refund.Id, token);
                await settlement.Settle(db, refund, reply.Answer, AttemptKind.Refund, reply.PluginVersion, token);
                var made = Made(refund);
                await once.Settle(db, call, made, token);
                return made;
            },
            CancellationToken.None);
    }

    private sealed record ReservedRefund(Merchant Merchant, Payment Payment, Refund Refund);
}
