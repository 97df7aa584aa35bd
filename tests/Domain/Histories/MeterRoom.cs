using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Journal;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Domain.Usage;

namespace BillingHeadless.Tests.Domain.Histories;

/// <summary>Usage and the month's charge.</summary>
public sealed class MeterRoom(World world)
{
    public void Record(Subscription subscription, UsageDraft draft)
    {
        if (UsageRules.Refuse(subscription, world.Postpaid.UsagePrices, draft, world.Today) is null)
        {
            world.Records.Add(UsageRecord.Take(world.Ids.New<UsageRecord>(), subscription, draft, world.Now));
        }
    }

    public IReadOnlyList<UsageRecord> RecordsOf(Subscription subscription) => [.. world.Records.Where(record => record.SubscriptionId == subscription.Id)];

    public IReadOnlyList<UsageCharge> ChargesOf(Subscription subscription) => [.. world.Charges.Where(charge => charge.SubscriptionId == subscription.Id)];

    public void Close(Subscription subscription, Month month)
    {
        var parts = MonthClose.Parts(subscription, world.Postpaid.Tariff, RecordsOf(subscription), ChargesOf(subscription), month);
        var charge = UsageCharge.Write(world.Ids.New<UsageCharge>(), subscription, month, world.Postpaid.Tariff, parts, ChargeTax.Of(world.Settings.Tax, world.Postpaid), world.Now);
        world.Charges.Add(charge);
        var funds = world.Books.FundsOf(charge.CustomerId);
        if (charge.AmountMinor > 0 && MonthClose.WayOf(charge.AmountMinor, funds, world.Settings.BalanceBelowZero) == ChargeWay.Invoice)
        {
            charge.AskBy(Ask(charge).Id);
            return;
        }

        charge.TakeFrom(charge.AmountMinor > 0 ? funds.Charge(charge.AmountMinor) : new FundsPart(charge.AmountMinor, 0));
        world.Books.Book(
            new EntryCause(EntryKind.UsageCharged, charge.Id.Value), world.Now, CustomerBookings.UsageCharged(charge), _ => OperationParts.Charged(charge));
    }

    private Invoice Ask(UsageCharge charge) => world.Issue(charge.CustomerId, InvoicePurpose.Usage, UsageQuote.Of(charge, world.Postpaid.Name, "en"));
}
