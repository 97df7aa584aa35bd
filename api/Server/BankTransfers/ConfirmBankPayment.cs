using BillingHeadless.Domain.BankTransfers;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.BankTransfers;

/// <summary>What came to the account.</summary>
public sealed record ConfirmBankPaymentRequest
{
    /// <summary>What came; all that was asked for when left out. Less leaves the invoice open for the rest, more is unapplied.</summary>
    public MoneyBody? Amount { get; init; }
}

public sealed class ConfirmBankPayment(OnceWriter writer, BankReceipt receipt, Links links) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/payments/{id}/confirm", ([FromServices] ConfirmBankPayment endpoint, string id, ConfirmBankPaymentRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(id, request, call, cancel))
        .Is(nameof(ConfirmBankPayment), "Payments", "Confirms a bank transfer that the merchant has seen in its account.")
        .ForKey("payments:write")
        .Once()
        .Gives<PaymentView>()
        .Refuses(
            PaymentRefusals.NotFound,
            PaymentRefusals.AmountNotPositive,
            InvoiceRefusals.CurrencyDiffers,
            BankTransferRefusals.NotBankTransfer,
            BankTransferRefusals.AlreadyConfirmed);

    public Task<IResult> Handle(string id, ConfirmBankPaymentRequest request, Call call, CancellationToken cancel) => writer.Write<PaymentView>(
        call,
        async (db, token) =>
        {
            if (await db.Payments.ById(id, token) is not { } payment)
            {
                return PaymentRefusals.NotFound;
            }

            if (Refuse(payment, request) is { } refusal)
            {
                return refusal;
            }

            await receipt.Take(db, payment, request.Amount?.Amount ?? payment.Charged.Minor, token);
            return Answer<PaymentView>.Found(() => PaymentView.Of(payment, links));
        },
        cancel);

    private static Refusal? Refuse(Payment payment, ConfirmBankPaymentRequest request) => payment switch
    {
        { Gateway: not BankReceipt.Gateway } => BankTransferRefusals.NotBankTransfer,
        { Status: PaymentStatus.Succeeded } => BankTransferRefusals.AlreadyConfirmed,
        _ when request.Amount is { Amount: <= 0 } => PaymentRefusals.AmountNotPositive.At("amount", "more_than_zero"),
        _ when request.Amount is { } amount && amount.Currency != payment.Currency.Code => InvoiceRefusals.CurrencyDiffers,
        _ => null,
    };
}
