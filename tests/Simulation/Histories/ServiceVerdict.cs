using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Domain.PlanChanges;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Domain.Usage;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Tests.Simulation.Histories;

/// <summary>
/// What must hold of services beside the proof of the books, worked out anew from the rows and never from the ledger: no money appears or
/// vanishes, every period is paid exactly once, and the parts of a period make up what was paid for it.
/// </summary>
internal sealed class ServiceVerdict(ServiceShop shop)
{
    /// <exception cref="SimulationFailure">Something does not hold.</exception>
    public Task Demand() => shop.Read(async db =>
    {
        var facts = await Facts.Read(db);
        NoMoneyAppearsOrVanishes(facts);
        EveryPeriodIsPaidOnce(facts);
        PeriodsFollowOneAnother(facts);
        PartsMakeUpTheWhole(facts);
        return true;
    });

    /// <summary>
    /// What came from outside (with the surcharge where no invoice needed the payment), and what the merchant has given, is on balances, in
    /// services, in usage, on open invoices, or waits to go back.
    /// </summary>
    private static void NoMoneyAppearsOrVanishes(Facts facts)
    {
        var outside = facts.Payments.Where(payment => payment is { Status: PaymentStatus.Succeeded, Method: PaymentMethod.Gateway }).ToDictionary(payment => payment.Id);
        var returned = facts.Refunds.Where(refund => refund.Status == RefundStatus.Succeeded).ToList();
        var came = outside.Values.Sum(payment => payment.AppliedMinor + payment.UnappliedMinor)
            - returned.Where(refund => outside.ContainsKey(refund.PaymentId)).Sum(refund => refund.AmountMinor - refund.DeductedMinor);
        var given = facts.Invoices.Where(invoice => invoice.SettledAt is not null).Sum(invoice => invoice.BonusMinor)
            - returned.Where(refund => refund.Source == RefundSource.TopUp).Sum(refund => refund.BonusMinor + refund.DeductedMinor);
        var there = facts.Accounts.Sum(account => account.BalanceMinor)
            + facts.Periods.Sum(period => period.Paid.Total - period.CreditedMinor)
            + facts.Charges.Where(charge => charge.InvoiceId is null).Sum(charge => charge.AmountMinor)
            + facts.Invoices.Where(invoice => invoice is { Purpose: InvoicePurpose.Usage, SettledAt: not null }).Sum(invoice => invoice.TotalMinor - invoice.RefundedMinor)
            + facts.Invoices.Where(invoice => invoice.Status == InvoiceStatus.Open).Sum(invoice => invoice.PaidMinor)
            + outside.Values.Sum(payment => payment.SurplusMinor);
        Demand(came + given == there, $"{came} came, {given} was given, {there} is there");
    }

    private static void EveryPeriodIsPaidOnce(Facts facts)
    {
        var settled = facts.Invoices.Where(invoice => invoice.SettledAt is not null && invoice.Purpose == InvoicePurpose.Sale).ToList();
        var lines = settled.SelectMany(invoice => invoice.Lines).Select(line => line.Id).Order();
        Demand(lines.SequenceEqual(facts.Periods.Select(period => period.InvoiceLineId).Order()), "paid lines and periods are not the same");
        foreach (var invoice in settled)
        {
            var paid = facts.Payments.Where(payment => payment.InvoiceId == invoice.Id && payment.Status == PaymentStatus.Succeeded).Sum(payment => payment.AppliedMinor);
            Demand(paid == invoice.TotalMinor, $"{invoice.Id} of {invoice.TotalMinor} was paid with {paid}");
        }
    }

    private static void PeriodsFollowOneAnother(Facts facts)
    {
        foreach (var service in facts.Services.Where(service => service is { State: SubscriptionState.Active, IsPostpaid: false }))
        {
            var schedule = service.Schedule;
            Demand(schedule.Count > 0 && schedule[^1].Days.End == service.EndsOn, $"{service.Id} ends at another day than its last period");
            Demand(schedule.Zip(schedule.Skip(1)).All(pair => pair.First.Days.End == pair.Second.Days.Start), $"periods of {service.Id} leave a gap or overlap");
        }
    }

    /// <summary>The used days and the unused ones of a period that a change has closed; price and credit of a change.</summary>
    private static void PartsMakeUpTheWhole(Facts facts)
    {
        var periods = facts.Periods.ToDictionary(period => period.Id);
        foreach (var change in facts.Changes.Where(change => change.State == PlanChangeState.Executed))
        {
            foreach (var credit in change.Credits)
            {
                var period = periods[credit.PeriodId];
                Demand(period.CreditedMinor == credit.Credit.Total, $"{credit.PeriodId} was credited otherwise than {change.Id} says");

                // What a refund took from the period may have gone before the change, in the same instant, or after it.
                var paid = period.Paid.Total;
                var isWhole = facts.Refunds.All(refund => refund.InvoiceId != period.InvoiceId || refund.Status == RefundStatus.Declined);
                Demand(!isWhole || credit.Credit.Total + ShareOf(paid, credit.AllDays - credit.UnusedDays, credit.AllDays) == paid, $"the parts of {credit.PeriodId} are not {paid}");
            }

            var purchase = facts.Invoices.Single(invoice => invoice.Id == change.PurchaseId);
            Demand(purchase.TotalMinor == change.PriceMinor, $"{change.Id} bought for {purchase.TotalMinor} instead of {change.PriceMinor}");
        }
    }

    /// <summary>Of the days that were used; a half goes to those that were not.</summary>
    private static long ShareOf(long amount, int days, int allDays) => (long)((((Int128)amount * days * 2) + allDays - 1) / (allDays * 2));

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new SimulationFailure(otherwise);
        }
    }

    private sealed record Facts(
        List<Invoice> Invoices, List<Payment> Payments, List<Refund> Refunds, List<Account> Accounts, List<Subscription> Services, List<PlanChange> Changes, List<UsageCharge> Charges)
    {
        public List<ServicePeriod> Periods { get; } = [.. Services.SelectMany(service => service.Periods)];

        public static async Task<Facts> Read(BillingDb db) => new(
            await db.Invoices.Include(row => row.Lines).ToListAsync(),
            await db.Payments.ToListAsync(),
            await db.Refunds.ToListAsync(),
            await db.Accounts.ToListAsync(),
            await db.Subscriptions.Include(row => row.Periods).ToListAsync(),
            await db.PlanChanges.ToListAsync(),
            await db.UsageCharges.ToListAsync());
    }
}
