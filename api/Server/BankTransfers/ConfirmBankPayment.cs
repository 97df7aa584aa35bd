using BillingHeadless.Domain.BankTransfers;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.BankTransfers;

/// <summary>What came to the account.</summary>
public sealed record ConfirmBankPaymentRequest
{
    /// <summary>What came; all that was asked for when left out. Less leaves the invoice open for the rest, more is unapplied.</summary>
    public MoneyBody? Amount { get; init; }

    /// <summary>
    /// The entry of a statement that is this money: it says the amount. For a payment that is confirmed already it is more money, and
    /// becomes a payment of its own.
    /// </summary>
    [Line(Limits.CodeLength)]
    public string? StatementEntryId { get; init; }
}

public sealed class ConfirmBankPayment(OnceWriter writer, BankReceipt receipt, Links links) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/payments/{id}/confirm", ([FromServices] ConfirmBankPayment endpoint, string id, ConfirmBankPaymentRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(id, request, call, cancel))
        .Is(nameof(ConfirmBankPayment), "Payments", "Confirms a bank transfer that the merchant has seen in its account, or assigns a statement's entry to it.")
        .ForKey("payments:write")
        .Once()
        .Gives<PaymentView>()
        .Refuses(
            PaymentRefusals.NotFound,
            PaymentRefusals.AmountNotPositive,
            PaymentRefusals.GatewayNotOffered,
            InvoiceRefusals.CurrencyDiffers,
            BankTransferRefusals.NotBankTransfer,
            BankTransferRefusals.AlreadyConfirmed,
            BankTransferRefusals.EntryNotFound,
            BankTransferRefusals.EntryTaken,
            BankTransferRefusals.EntryAmountDiffers);

    public Task<IResult> Handle(string id, ConfirmBankPaymentRequest request, Call call, CancellationToken cancel) => writer.Write<PaymentView>(
        call,
        Turn.Of(new Id<Payment>(id)),
        async (db, token) =>
        {
            if (await db.Payments.ById(id, token) is not { } payment)
            {
                return PaymentRefusals.NotFound;
            }

            var entry = request.StatementEntryId is { } name ? await db.StatementEntries.ById(name, token) : null;
            if (Refuse(payment, request, entry) is { } refusal)
            {
                return refusal;
            }

            var received = entry?.AmountMinor ?? request.Amount?.Amount ?? payment.Charged.Minor;
            if (await Take(db, payment, received, token) is not { } taken)
            {
                return PaymentRefusals.GatewayNotOffered;
            }

            entry?.End(StatementOutcome.Assigned, taken);
            return Answer<PaymentView>.Found(() => PaymentView.Of(taken, links));
        },
        cancel);

    private async Task<Payment?> Take(BillingDb db, Payment payment, long received, CancellationToken cancel)
    {
        if (payment.Status == PaymentStatus.Succeeded)
        {
            return await receipt.TakeUnannounced(db, payment.InvoiceId, received, cancel);
        }

        await receipt.Take(db, payment, received, cancel);
        return payment;
    }

    private static Refusal? Refuse(Payment payment, ConfirmBankPaymentRequest request, StatementEntry? entry) => payment switch
    {
        { Gateway: not BankReceipt.Gateway } => BankTransferRefusals.NotBankTransfer,
        _ when entry is null && request.StatementEntryId is not null => BankTransferRefusals.EntryNotFound,
        _ when entry is { IsTaken: true } => BankTransferRefusals.EntryTaken,
        { Status: PaymentStatus.Succeeded } when entry is null => BankTransferRefusals.AlreadyConfirmed,
        _ when request.Amount is { Amount: <= 0 } => PaymentRefusals.AmountNotPositive.At("amount", "more_than_zero"),
        _ when Differs(request.Amount?.Currency, payment) || Differs(entry?.Currency.Code, payment) => InvoiceRefusals.CurrencyDiffers,
        _ when entry is not null && request.Amount is { } amount && amount.Amount != entry.AmountMinor => BankTransferRefusals.EntryAmountDiffers.At("amount", "differs"),
        _ => null,
    };

    private static bool Differs(string? currency, Payment payment) => currency is not null && currency != payment.Currency.Code;
}
