using System.ComponentModel.DataAnnotations;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Invoices;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Payments;

/// <summary>How an invoice is to be paid.</summary>
public sealed record PayInvoiceRequest
{
    public required PaymentMethod Method { get; init; }

    /// <summary>With the method gateway: which.</summary>
    [StringLength(Limits.NameLength)]
    public string? Gateway { get; init; }

    /// <summary>A part of what is due; all of it when left out.</summary>
    public MoneyBody? Amount { get; init; }

    /// <summary>Where the buyer goes in the end; our own success page when left out.</summary>
    [StringLength(Limits.UrlLength), Url]
    public string? ReturnUrl { get; init; }
}

/// <summary>Reserve, call the gateway, settle: two commits with the call between them.</summary>
public sealed class PayInvoice(IWriter writer, OnceWriter once, PaymentStart starts, Reader reader, Links links) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/invoices/{id}/payments", ([FromServices] PayInvoice endpoint, string id, PayInvoiceRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(id, request, call, cancel))
        .Is(nameof(PayInvoice), "Payments", "Starts a payment of an invoice; while one by the same gateway is open, answers that one.")
        .ForKey("payments:write", orCustomer: true)
        .Once()
        .Makes<PaymentView>()
        .Gives<PaymentView>()
        .Refuses(
            InvoiceRefusals.NotFound,
            InvoiceRefusals.NotOpen,
            InvoiceRefusals.AmountAboveDue,
            InvoiceRefusals.CurrencyDiffers,
            PaymentRefusals.AmountNotPositive,
            PaymentRefusals.MethodNotAvailable,
            PaymentRefusals.GatewayNotOffered,
            PaymentRefusals.GatewayCannotTakeAmount);

    public async Task<IResult> Handle(string id, PayInvoiceRequest request, Call call, CancellationToken cancel)
    {
        var (answer, reserved) = await writer.Write(call.Caller.MerchantId, (db, token) => Reserve(db, id, request, call, token), cancel);
        return answer switch
        {
            StoredAnswer { LostResourceId: { } lost } => await AsItStands(lost, call, cancel),
            not null => answer,
            null => await starts.Send(
                reserved!,
                async (db, payment, token) =>
                {
                    var made = Answer<PaymentView>.Made(() => PaymentView.Of(payment, links), $"/v1/payments/{payment.Id}");
                    await once.Settle(db, call, made, token);
                    return made;
                },
                cancel),
        };
    }

    private async Task<(IResult? Answer, ReservedPayment? Reserved)> Reserve(
        BillingDb db, string id, PayInvoiceRequest request, Call call, CancellationToken cancel)
    {
        if (call.IdempotencyKey is not null && await once.Find(db, call, cancel) is { } stored)
        {
            return (stored, null);
        }

        var decision = await Decide(db, id, request, call.Caller, cancel);
        if (decision.Refused(out var refusal))
        {
            return (Answered(db, call, refusal), null);
        }

        var reserved = decision.Value;
        if (!reserved.IsNew)
        {
            return (Answered(db, call, Answer<PaymentView>.Found(() => PaymentView.Of(reserved.Payment, links))), null);
        }

        once.Reserve(db, call, reserved.Payment.Id.Value);
        return (null, reserved);
    }

    private async Task<Result<ReservedPayment>> Decide(BillingDb db, string id, PayInvoiceRequest request, Caller caller, CancellationToken cancel)
    {
        if (await GetInvoice.Find(db, id, caller, cancel) is not { } invoice)
        {
            return InvoiceRefusals.NotFound;
        }

        if (request.Method != PaymentMethod.Gateway || request.Gateway is null)
        {
            return PaymentRefusals.MethodNotAvailable;
        }

        if (request.Amount is { } amount)
        {
            if (amount.Amount <= 0)
            {
                return PaymentRefusals.AmountNotPositive.At("amount", "more_than_zero");
            }

            if (amount.Currency != invoice.Currency.Code)
            {
                return InvoiceRefusals.CurrencyDiffers;
            }
        }

        return await starts.Reserve(db, invoice, new PaymentWish(request.Gateway, request.Amount?.Amount, request.ReturnUrl), cancel);
    }

    private IResult Answered(BillingDb db, Call call, Answer<PaymentView> answer)
    {
        once.Keep(db, call, answer);
        return answer;
    }

    private Task<Answer<PaymentView>> AsItStands(string paymentId, Call call, CancellationToken cancel) => reader.Read<Answer<PaymentView>>(
        call.Caller.MerchantId,
        async db => PaymentView.Of(await db.Payments.SingleAsync(row => row.Id == new Id<Payment>(paymentId), cancel), links));
}
