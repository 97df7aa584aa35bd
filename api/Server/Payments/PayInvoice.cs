using System.ComponentModel.DataAnnotations;
using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Balances;
using BillingHeadless.Server.Invoices;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
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

    /// <summary>With the methods balance and bonus: the customer whose funds pay; the invoice's own when left out.</summary>
    [Line(Limits.CodeLength)]
    public string? Payer { get; init; }

    /// <summary>The buyer agrees that the gateway keeps the card and that it may be charged later; the merchant must have switched that on.</summary>
    public bool SaveCard { get; init; }

    /// <summary>Charge this saved card of the invoice's customer at once, instead of sending the buyer to the gateway.</summary>
    [Line(Limits.CodeLength)]
    public string? SavedCardId { get; init; }

    /// <summary>Where the buyer goes in the end; our own success page when left out.</summary>
    [StringLength(Limits.UrlLength), Url]
    public string? ReturnUrl { get; init; }
}

/// <summary>Reserve, call the gateway, settle: two commits with the call between them.</summary>
public sealed class PayInvoice(IWriter writer, OnceWriter once, PaymentStart starts, BalancePayment balances, Reader reader, Links links) : IEndpoint
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
            PaymentRefusals.GatewayCannotTakeAmount,
            PaymentRefusals.GatewaySavesNoCards,
            PaymentRefusals.SavedCardNotFound,
            PaymentRefusals.SavedCardsFull,
            SubscriptionRefusals.SavedMethodsOff,
            CustomerRefusals.NotFound,
            BalanceRefusals.BalanceInsufficient,
            BalanceRefusals.BonusInsufficient,
            BalanceRefusals.TopUpFromBalance,
            OrderRefusals.EditionDiffers);

    public async Task<IResult> Handle(string id, PayInvoiceRequest request, Call call, CancellationToken cancel)
    {
        var (answer, reserved) = await writer.Write(call.Caller.MerchantId, Turn.Of(new Id<Invoice>(id)), (db, token) => Reserve(db, id, request, call, token), cancel);
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

        if (decision.Value is not { } reserved)
        {
            return (Answered(db, call, await FromFunds(db, id, request, call.Caller, cancel)), null);
        }

        if (!reserved.IsNew)
        {
            return (Answered(db, call, Answer<PaymentView>.Found(() => PaymentView.Of(reserved.Payment, links))), null);
        }

        once.Reserve(db, call, reserved.Payment.Id.Value);
        return (null, reserved);
    }

    /// <summary>From a balance or bonus: one commit, with nobody to ask.</summary>
    private async Task<Answer<PaymentView>> FromFunds(BillingDb db, string id, PayInvoiceRequest request, Caller caller, CancellationToken cancel)
    {
        var invoice = (await GetInvoice.Find(db, id, caller, cancel))!;
        var payer = request.Payer is null ? invoice.CustomerId : Id<Customer>.Parse(request.Payer);
        if (payer is not { } customer || !caller.MayActFor(customer) || !await db.Customers.AnyAsync(row => row.Id == customer, cancel))
        {
            return CustomerRefusals.NotFound;
        }

        var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
        var paid = await balances.Pay(db, merchant, invoice, new FundsWish(request.Method, customer, request.Amount?.Amount), cancel);
        return paid.Refused(out var refusal) ? refusal : Answer<PaymentView>.Made(() => PaymentView.Of(paid.Value, links), $"/v1/payments/{paid.Value.Id}");
    }

    /// <summary>What is reserved at a gateway; null when no gateway is to pay.</summary>
    private async Task<Result<ReservedPayment?>> Decide(BillingDb db, string id, PayInvoiceRequest request, Caller caller, CancellationToken cancel)
    {
        if (await GetInvoice.Find(db, id, caller, cancel) is not { } invoice)
        {
            return InvoiceRefusals.NotFound;
        }

        var card = request.SavedCardId is { } cardId ? await SavedCardCharge.Find(db, invoice, cardId, cancel) : null;
        if (card is null && request.SavedCardId is not null)
        {
            return PaymentRefusals.SavedCardNotFound;
        }

        var gateway = card?.Gateway ?? request.Gateway;
        if ((request.Method == PaymentMethod.Gateway) == gateway is null || (request.Gateway ?? gateway) != gateway)
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

        if (gateway is null)
        {
            return (ReservedPayment?)null;
        }

        var wish = new PaymentWish(gateway, request.Amount?.Amount, request.ReturnUrl) { SaveCard = request.SaveCard, Card = card };
        var reserved = await starts.Reserve(db, invoice, wish, cancel);
        return reserved.Refused(out var refusal) ? refusal : reserved.Value;
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
