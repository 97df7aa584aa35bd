using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Journal;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Domain.PlanChanges;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Domain.Usage;

namespace BillingHeadless.Tests.Domain.Histories;

/// <summary>Whether the books of a world prove, judged from the transfers alone and compared with everything else.</summary>
public sealed class Audit(World world)
{
    private readonly Dictionary<string, long> balances = Sum(world.Books.Entries);

    public void Holds()
    {
        NoMoneyAppearsOrVanishes();
        KeptBalancesAreTheSumsOfTheirTransfers();
        EveryInvoiceHoldsWhatItsStateSays();
        EveryPeriodIsPaidExactlyOnce();
        IncomeIsWhatWasSoldAndUsed();
        OnlyUsageMakesDebt();
        ReservesBelongToChangesThatWait();
        EveryMonthIsChargedExactly();
        TheJournalTellsTheLedger();
    }

    private void NoMoneyAppearsOrVanishes()
    {
        Assert.Equal(0, balances.Values.Sum());
        Assert.Equal(world.TakenOutside - world.ReturnedOutside, -Of("clearing"));
        Assert.True(world.Books.Entries.TrueForAll(entry => entry.Digest == LedgerEntry.DigestOf(entry, entry.Transfers)));
    }

    private void KeptBalancesAreTheSumsOfTheirTransfers()
    {
        foreach (var (account, (balance, held)) in world.Books.Accounts)
        {
            Assert.Equal(balances.GetValueOrDefault(account.ToString()), balance);
            Assert.True(held >= 0, $"{account} holds {held}");
            Assert.True(account.Kind != AccountKind.Bonus || balance >= 0, $"{account} is {balance}");
        }
    }

    private void EveryInvoiceHoldsWhatItsStateSays()
    {
        foreach (var invoice in world.Invoices)
        {
            Assert.Equal(invoice.Status == InvoiceStatus.Open ? invoice.PaidMinor : 0, balances.GetValueOrDefault($"receivable:{invoice.Id}:UAH"));
            Assert.True(invoice.RefundableMinor >= 0);
            Assert.True(invoice.Status is InvoiceStatus.Paid or InvoiceStatus.Refunded == world.Books.Entries.Exists(entry =>
                entry.Kind is EntryKind.InvoiceSettled or EntryKind.BalanceToppedUp && entry.CauseId == invoice.Id.Value));
        }

        Assert.DoesNotContain(world.Subscriptions, row => row.OpenInvoiceId is { } open && world.InvoiceOf(open).Status != InvoiceStatus.Open);
    }

    private void EveryPeriodIsPaidExactlyOnce()
    {
        var lines = world.Invoices
            .Where(invoice => invoice.Status is InvoiceStatus.Paid or InvoiceStatus.Refunded)
            .SelectMany(invoice => invoice.Lines)
            .Where(line => line.SubscriptionId is not null)
            .ToDictionary(line => line.Id);
        var periods = world.Subscriptions.SelectMany(row => row.Periods).ToList();
        Assert.Equal(lines.Keys.Order(), periods.Select(period => period.InvoiceLineId).Order());
        foreach (var period in periods)
        {
            var returned = world.Refunds.Where(refund => refund.InvoiceId == period.InvoiceId && refund.Status != RefundStatus.Declined).Sum(refund => refund.AmountMinor);
            Assert.Equal(lines[period.InvoiceLineId].GrossMinor - returned, period.Paid.Total);
            Assert.True(period.Paid is { Money: >= 0, Bonus: >= 0 } && period.CreditedMinor <= period.Paid.Total + returned);
            Assert.Equal(period.Status == ServicePeriodStatus.Credited ? period.CreditedMinor : 0, world.InvoiceOf(period.InvoiceId).CreditedMinor);
        }

        foreach (var subscription in world.Subscriptions.Where(row => row is { IsPostpaid: false, State: SubscriptionState.Active }))
        {
            Assert.Equal(subscription.EndsOn, subscription.Schedule[^1].Days.End);
            Assert.Equal(subscription.PaidUntil, world.Calendar.StartOf(subscription.EndsOn!.Value));
            Assert.True(subscription.Schedule.Zip(subscription.Schedule.Skip(1)).All(pair => pair.First.Days.End == pair.Second.Days.Start));
        }
    }

    private void IncomeIsWhatWasSoldAndUsed()
    {
        var sold = world.Invoices.Where(invoice => invoice.Purpose is InvoicePurpose.Sale or InvoicePurpose.Usage && invoice.SettledAt is not null).ToList();
        var charged = world.Charges.Where(charge => charge.InvoiceId is null).ToList();
        var returned = world.Refunds.Where(refund => refund is { Source: RefundSource.Invoice, Status: RefundStatus.Succeeded }).ToList();
        Assert.Equal(
            sold.Sum(invoice => invoice.TotalMinor - invoice.CreditedMinor) + charged.Sum(charge => charge.AmountMinor) - returned.Sum(refund => refund.AmountMinor),
            Of("revenue") + Of("tax"));
        Assert.Equal(
            sold.SelectMany(invoice => invoice.Lines).Sum(line => line.TaxMinor) + charged.Sum(charge => charge.TaxMinor)
            - sold.SelectMany(invoice => invoice.CreditedTaxes).Concat(returned.SelectMany(refund => refund.Taxes)).Sum(tax => tax.Minor),
            Of("tax"));
        Assert.True(sold.TrueForAll(invoice => invoice.Status != InvoiceStatus.Refunded || invoice.CreditedMinor > 0 || TaxLeftOf(invoice) == 0));
    }

    private long TaxLeftOf(Invoice invoice) => invoice.Lines.Sum(line => line.TaxMinor) - RefundDesk.TaxesOf(world, invoice).Sum(tax => tax.Minor);

    private void OnlyUsageMakesDebt()
    {
        foreach (var customer in world.Customers)
        {
            var funds = world.Books.FundsOf(customer);
            Assert.True(funds.Money >= 0 || (world.Settings.BalanceBelowZero && world.Charges.Exists(charge => charge.CustomerId == customer)), $"{customer} owes {funds.Debt}");
        }
    }

    private void ReservesBelongToChangesThatWait()
    {
        Assert.Equal(0, Of("reserve"));
        var waiting = world.Changes.Where(change => change.State == PlanChangeState.Awaiting).ToList();
        var goingBack = world.Refunds.Where(refund => refund is { Source: RefundSource.TopUp, IsUndecided: true }).Sum(refund => refund.AmountMinor + refund.BonusMinor);
        Assert.Equal(waiting.Sum(change => change.Reserved.Total) + goingBack, world.Books.Accounts.Values.Sum(account => account.Held));
        Assert.True(waiting.TrueForAll(change => world.InvoiceOf(change.InvoiceId!.Value).Status == InvoiceStatus.Open));
    }

    private void EveryMonthIsChargedExactly()
    {
        foreach (var subscription in world.Subscriptions.Where(row => row.IsPostpaid))
        {
            var charges = world.Charges.Where(charge => charge.SubscriptionId == subscription.Id).OrderBy(charge => charge.Month).ToList();
            Assert.Equal(charges.Count, charges.Select(charge => charge.Month).Distinct().Count());
            foreach (var group in charges.SelectMany(charge => charge.Parts).GroupBy(part => (part.Month, part.Meter)))
            {
                Assert.Equal(group.Last().TotalMinor, group.Sum(part => part.AmountMinor));
                Assert.Equal(group.Last().TotalMinor, group.Last().Days.Sum(day => day.AmountMinor));
            }

            foreach (var charge in charges.Where(charge => subscription.WasOn(charge.Month.FirstDay) && subscription.WasOn(charge.Month.Period.LastDay)))
            {
                Assert.Equal(1_900 * subscription.Quantity, charge.Parts.Single(part => part.Meter == UsagePrice.Base && part.Month == charge.Month).AmountMinor);
            }
        }
    }

    private void TheJournalTellsTheLedger()
    {
        foreach (var customer in world.Customers)
        {
            var running = FundsPart.Nothing;
            long reserved = 0;
            foreach (var (line, number) in world.Books.Journal.Where(line => line.CustomerId == customer).Select((line, index) => (line, index + 1)))
            {
                running += new FundsPart(line.MoneyMinor, line.BonusMinor);
                reserved += line.ReservedMinor;
                Assert.Equal((number, running.Money, running.Bonus), (line.Sequence, line.BalanceAfterMinor, line.BonusAfterMinor));
            }

            var funds = world.Books.FundsOf(customer);
            Assert.Equal((funds.Money, funds.Bonus, funds.Reserved), (running.Money, running.Bonus, reserved));
        }
    }

    private long Of(string kind) => balances.Where(account => account.Key.StartsWith($"{kind}:", StringComparison.Ordinal)).Sum(account => account.Value);

    private static Dictionary<string, long> Sum(IEnumerable<LedgerEntry> entries)
    {
        var sums = new Dictionary<string, long>();
        foreach (var transfer in entries.SelectMany(entry => entry.Transfers).Where(transfer => transfer.Phase == TransferPhase.Posted))
        {
            sums[transfer.Debit] = sums.GetValueOrDefault(transfer.Debit) - transfer.AmountMinor;
            sums[transfer.Credit] = sums.GetValueOrDefault(transfer.Credit) + transfer.AmountMinor;
        }

        return sums;
    }
}
