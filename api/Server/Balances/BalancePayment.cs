using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins;
using BillingHeadless.Server.Invoices;
using BillingHeadless.Server.Licences;
using BillingHeadless.Server.Platform.Persistence;

namespace BillingHeadless.Server.Balances;

/// <summary>Pays an invoice from a customer's balance or bonus (D4, rulings 31, 34).</summary>
public sealed class BalancePayment(FundsTaking funds, InvoiceSettlement invoices, Clock clock)
{
    public async Task<Result<Payment>> Pay(BillingDb db, Merchant merchant, Invoice invoice, FundsWish wish, CancellationToken cancel)
    {
        var now = clock.NowOf(merchant);
        var amount = wish.AmountMinor ?? invoice.DueMinor;
        if ((Refuse(invoice, amount, now) ?? await LicenceExtensions.Check(db, invoice, now, cancel)) is { } refusal)
        {
            return refusal;
        }

        var part = PartOf(await CustomerFunds.Hold(db, wish.PayerId, invoice.Currency, cancel), wish.Method, amount, invoice);
        if (part.Refused(out refusal))
        {
            return refusal;
        }

        var payment = await funds.Take(db, invoice, wish.PayerId, part.Value, wish.Method, isFrozen: false, now, cancel);
        if (invoice.Apply(amount, now))
        {
            await invoices.Settle(db, merchant, invoice, payment, now, cancel);
        }

        return payment;
    }

    private static Refusal? Refuse(Invoice invoice, long amount, DateTimeOffset now) => invoice switch
    {
        { Purpose: InvoicePurpose.TopUp } => BalanceRefusals.TopUpFromBalance,
        _ when invoice.Status != InvoiceStatus.Open || now >= invoice.DueAt => InvoiceRefusals.NotOpen,
        _ when amount > invoice.DueMinor => InvoiceRefusals.AmountAboveDue,
        _ => null,
    };

    private static Result<FundsPart> PartOf(Funds funds, PaymentMethod method, long amount, Invoice invoice)
    {
        var missing = method == PaymentMethod.Bonus ? Math.Max(0, amount - funds.FreeBonus) : funds.MissingFor(amount);
        if (missing > 0)
        {
            return (method == PaymentMethod.Bonus ? BalanceRefusals.BonusInsufficient : BalanceRefusals.BalanceInsufficient)
                .Lacking(new Money(missing, invoice.Currency));
        }

        return method == PaymentMethod.Bonus ? new FundsPart(0, amount) : funds.Draw(amount);
    }
}

/// <summary>Whose funds are to pay, and how much: all that is due when no amount is given.</summary>
public sealed record FundsWish(PaymentMethod Method, Id<Customer> PayerId, long? AmountMinor);
