using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Domain.PlanChanges;
using BillingHeadless.Domain.Usage;
using BillingHeadless.Plugins;

namespace BillingHeadless.Domain.Ledger;

/// <summary>How the facts of a customer's money are booked: the second half of <see cref="Bookings"/>.</summary>
public static class CustomerBookings
{
    /// <summary>A top-up is paid: it is the customer's money, with the bonus for it in the same entry (ruling 33).</summary>
    public static IReadOnlyList<TransferDraft> ToppedUp(Invoice invoice, long bonus) =>
    [
        new(Receivable(invoice.Id, invoice.Currency), Money(invoice.CustomerId, invoice.Currency), invoice.TotalMinor),
        new(Promotion(invoice.Currency), Bonus(invoice.CustomerId, invoice.Currency), bonus),
    ];

    /// <summary>What was missing for a tariff change has come: whatever of it was bonus stays bonus.</summary>
    public static IReadOnlyList<TransferDraft> Brought(Invoice invoice, FundsPart part) =>
    [
        new(Receivable(invoice.Id, invoice.Currency), Money(invoice.CustomerId, invoice.Currency), part.Money),
        new(Receivable(invoice.Id, invoice.Currency), Bonus(invoice.CustomerId, invoice.Currency), part.Bonus),
    ];

    /// <summary>An invoice is paid from the balance. What was decided while other money was frozen for it is taken in any case.</summary>
    public static IReadOnlyList<TransferDraft> Paid(Id<Customer> payer, Invoice invoice, FundsPart part, bool isFrozen = false) =>
    [
        new(Money(payer, invoice.Currency), Receivable(invoice.Id, invoice.Currency), part.Money) { MayOverdraw = isFrozen },
        new(Bonus(payer, invoice.Currency), Receivable(invoice.Id, invoice.Currency), part.Bonus) { MayOverdraw = isFrozen },
    ];

    /// <summary>An invoice that will not be settled gives back what it had taken from the balance.</summary>
    public static IReadOnlyList<TransferDraft> Returned(Id<Customer> payer, Invoice invoice, FundsPart part) =>
    [
        new(Receivable(invoice.Id, invoice.Currency), Money(payer, invoice.Currency), part.Money),
        new(Receivable(invoice.Id, invoice.Currency), Bonus(payer, invoice.Currency), part.Bonus),
    ];

    /// <summary>Income and the tax in it go back to the customer's funds.</summary>
    public static IReadOnlyList<TransferDraft> IncomeReturned(
        Id<Customer> customer, Currency currency, FundsPart part, IReadOnlyList<TaxPart> taxes, TransferPhase phase = TransferPhase.Posted) => Legs.Match(
            [(Revenue(currency), part.Total - taxes.Sum(tax => tax.Minor)), .. taxes.Select(tax => (Tax(currency, tax.Category, tax.RateBasisPoints), tax.Minor))],
            [(Money(customer, currency), part.Money), (Bonus(customer, currency), part.Bonus)],
            phase);

    /// <summary>A top-up goes back through the gateway that took it; its bonus goes back to where it came from (ruling 33).</summary>
    public static IReadOnlyList<TransferDraft> TopUpRefunded(Payment payment, TopUpRefund refund, long surcharge, TransferPhase phase)
    {
        var (money, clearing) = (Money(payment.CustomerId, payment.Currency), new AccountName(AccountKind.Clearing, payment.Gateway, payment.Currency));
        return
        [
            new(money, clearing, refund.PaidOut, phase),
            new(money, Promotion(payment.Currency), refund.Deducted, phase),
            new(Bonus(payment.CustomerId, payment.Currency), Promotion(payment.Currency), refund.FromBonus, phase),
            new(new AccountName(AccountKind.SurchargeIncome, payment.Gateway, payment.Currency), clearing, surcharge, phase),
        ];
    }

    /// <summary>A tariff change that waits for its invoice holds back what the balance gives to it (ruling 38).</summary>
    public static IReadOnlyList<TransferDraft> Reserved(PlanChange change) => Reserve(change, TransferPhase.Pending);

    /// <summary>The reserve is free again: for the purchase in the same commit, or for anything.</summary>
    public static IReadOnlyList<TransferDraft> ReserveReleased(PlanChange change) => Reserve(change, TransferPhase.Voided);

    /// <summary>A month's usage is charged to the balance, below zero too; more given back than charged is money.</summary>
    public static IReadOnlyList<TransferDraft> UsageCharged(UsageCharge charge)
    {
        var (customer, currency, net) = (charge.CustomerId, charge.Currency, charge.AmountMinor - charge.TaxMinor);
        var tax = Tax(currency, charge.TaxCategory, charge.TaxRateBasisPoints);
        var transfers = charge.AmountMinor < 0
            ? Legs.Match([(Revenue(currency), -net), (tax, -charge.TaxMinor)], [(Money(customer, currency), -charge.AmountMinor)])
            : Legs.Match([(Money(customer, currency), charge.MoneyMinor), (Bonus(customer, currency), charge.BonusMinor)], [(Revenue(currency), net), (tax, charge.TaxMinor)]);
        return [.. transfers.Select(transfer => transfer with { MayOverdraw = transfer.Debit.Kind == AccountKind.Balance })];
    }

    private static IReadOnlyList<TransferDraft> Reserve(PlanChange change, TransferPhase phase)
    {
        var reserve = new AccountName(AccountKind.Reserve, change.Id.Value, change.Currency);
        return
        [
            new(Money(change.CustomerId, change.Currency), reserve, change.ReservedMoneyMinor, phase),
            new(Bonus(change.CustomerId, change.Currency), reserve, change.ReservedBonusMinor, phase),
        ];
    }

    private static AccountName Money(Id<Customer> customer, Currency currency) => new(AccountKind.Balance, customer.Value, currency);

    private static AccountName Bonus(Id<Customer> customer, Currency currency) => new(AccountKind.Bonus, customer.Value, currency);

    private static AccountName Promotion(Currency currency) => new(AccountKind.Promotion, "", currency);

    private static AccountName Receivable(Id<Invoice> invoice, Currency currency) => new(AccountKind.Receivable, invoice.Value, currency);

    private static AccountName Revenue(Currency currency) => new(AccountKind.Revenue, "", currency);

    private static AccountName Tax(Currency currency, string category, int rate) => new(AccountKind.Tax, $"{category}{rate}", currency);
}
