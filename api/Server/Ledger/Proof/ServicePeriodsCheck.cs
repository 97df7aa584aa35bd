using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Domain.Subscriptions;

namespace BillingHeadless.Server.Ledger.Proof;

public sealed class ServicePeriodsCheck : IInvoiceCheck
{
    public string Name => "servicePeriods";

    public string Claim => "Each paid line of a service has brought exactly its months, once, and says what is still paid for them.";

    public void Judge(InvoiceFile file, ProofFindings findings)
    {
        var lines = file.Invoice.Lines.Where(line => line.SubscriptionId is not null).ToList();
        if (file.IsDoubtful || (lines.Count == 0 && file.Periods.Count == 0))
        {
            return;
        }

        var periods = file.Periods.ToDictionary(period => period.InvoiceLineId);
        var isPaidForSo = MoneyHolds(file, lines);
        foreach (var line in lines)
        {
            periods.Remove(line.Id, out var period);
            var holds = isPaidForSo && Holds(line, period, file.Facts.Invoice);
            findings.Judge(line.Id.Value, holds);
            Doubt(file, holds, period?.SubscriptionId ?? line.SubscriptionId!.Value);
        }

        foreach (var period in periods.Values)
        {
            findings.Add(period.Id.Value);
            Doubt(file, holds: false, period.SubscriptionId);
        }
    }

    private static void Doubt(InvoiceFile file, bool holds, Id<Subscription> service)
    {
        if (!holds)
        {
            file.Run.ServiceDoubts.Add(service.Value);
        }
    }

    private static bool Holds(InvoiceLine line, ServicePeriod? period, InvoiceMoney money) => period is null
        ? money.Settled == 0
        : money.Settled > 0
          && period.SubscriptionId == line.SubscriptionId
          && period.Months == line.Months
          && StatusHolds(period, money);

    /// <summary>What a tariff change has closed stays closed, whatever is refunded of it later.</summary>
    private static bool StatusHolds(ServicePeriod period, InvoiceMoney money) => period.Status == ServicePeriodStatus.Credited
        || (period.CreditedMinor == 0 && (period.Status == ServicePeriodStatus.Refunded) == (money.Refunded > 0 && money.Refunded == money.Settled));

    /// <summary>What is on its way back counts as paid no more.</summary>
    private static bool MoneyHolds(InvoiceFile file, List<InvoiceLine> lines)
    {
        if (file.Facts.Invoice.Settled == 0 || lines.Count < file.Invoice.Lines.Count)
        {
            return true;
        }

        var returned = file.Facts.Refunds.Values.Where(refund => refund.Ended != TransferPhase.Voided && refund.Source == RefundSource.Invoice).ToList();
        return file.Periods.Sum(period => period.Paid.Total) == file.Facts.Invoice.Settled - returned.Sum(refund => refund.Amount)
            && file.Periods.Sum(period => period.BonusMinor) == file.Facts.Received.Values.Sum(received => received.Bonus) - returned.Sum(refund => refund.Bonus)
            && file.Periods.Sum(period => period.CreditedMinor) == file.Facts.Invoice.Credited;
    }
}
