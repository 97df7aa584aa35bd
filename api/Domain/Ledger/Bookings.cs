using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins;

namespace BillingHeadless.Domain.Ledger;

/// <summary>How each money fact is booked: the only place where debit and credit are decided.</summary>
public static class Bookings
{
    /// <summary>A payment came: what its invoice takes, the surcharge when it takes any, and what nobody needs.</summary>
    public static IReadOnlyList<TransferDraft> PaymentReceived(Payment payment) =>
    [
        new(Clearing(payment), Receivable(payment), payment.AppliedMinor),
        new(Clearing(payment), Named(AccountKind.SurchargeIncome, payment.Gateway, payment.Currency), payment.AppliedMinor > 0 ? payment.SurchargeMinor : 0),
        new(Clearing(payment), Unapplied(payment), payment.UnappliedMinor),
    ];

    /// <summary>An invoice is paid in full: it becomes income and tax.</summary>
    public static IReadOnlyList<TransferDraft> InvoiceSettled(Invoice invoice)
    {
        var receivable = Named(AccountKind.Receivable, invoice.Id.Value, invoice.Currency);
        var taxes = invoice.Lines
            .GroupBy(line => (line.TaxCategory, line.TaxRateBasisPoints))
            .Select(group => new TransferDraft(receivable, Tax(invoice.Currency, group.Key), group.Sum(line => line.TaxMinor)));
        return [new(receivable, Revenue(invoice.Currency), invoice.Lines.Sum(line => line.NetMinor)), .. taxes];
    }

    /// <summary>An invoice will not be settled: what it had taken of a payment is free.</summary>
    public static IReadOnlyList<TransferDraft> PaymentReleased(Payment payment, long amount) => [new(Receivable(payment), Unapplied(payment), amount)];

    /// <summary>Unapplied money goes to the customer's balance.</summary>
    public static IReadOnlyList<TransferDraft> SurplusCredited(Payment payment, long amount) =>
        [new(Unapplied(payment), Named(AccountKind.Balance, payment.CustomerId.Value, payment.Currency), amount)];

    /// <summary>Money of a settled invoice goes back: income, the tax in it, and the surcharge on top.</summary>
    public static IReadOnlyList<TransferDraft> Refund(Refund refund, Payment payment, TransferPhase phase)
    {
        var clearing = Clearing(payment);
        return refund switch
        {
            { Method: RefundMethod.Balance } => CustomerBookings.IncomeReturned(
                payment.PayerId, payment.Currency, FundsPart.Of(refund.AmountMinor, refund.AmountMinor - refund.BonusMinor), refund.Taxes, phase),
            { Source: RefundSource.TopUp } => CustomerBookings.TopUpRefunded(
                payment, new TopUpRefund(refund.AmountMinor, refund.BonusMinor, refund.DeductedMinor), refund.SurchargeMinor, phase),
            { Source: RefundSource.Surplus } => [new(Unapplied(payment), clearing, refund.AmountMinor, phase)],
            _ =>
            [
                new(Revenue(refund.Currency), clearing, refund.AmountMinor - refund.Taxes.Sum(part => part.Minor), phase),
                .. refund.Taxes.Select(part => new TransferDraft(Tax(refund.Currency, (part.Category, part.RateBasisPoints)), clearing, part.Minor, phase)),
                new(Named(AccountKind.SurchargeIncome, payment.Gateway, payment.Currency), clearing, refund.SurchargeMinor, phase),
            ],
        };
    }

    private static AccountName Clearing(Payment payment) => Named(AccountKind.Clearing, payment.Gateway, payment.Currency);

    private static AccountName Receivable(Payment payment) => Named(AccountKind.Receivable, payment.InvoiceId.Value, payment.Currency);

    private static AccountName Unapplied(Payment payment) => Named(AccountKind.Unapplied, payment.Id.Value, payment.Currency);

    private static AccountName Revenue(Currency currency) => Named(AccountKind.Revenue, "", currency);

    private static AccountName Tax(Currency currency, (string Category, int Rate) group) => Named(AccountKind.Tax, $"{group.Category}{group.Rate}", currency);

    private static AccountName Named(AccountKind kind, string owner, Currency currency) => new(kind, owner, currency);
}
