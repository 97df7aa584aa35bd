using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Payments;

namespace BillingHeadless.Server.Ledger.Proof;

/// <summary>What the entries of one invoice say: of itself, of its payments and of its refunds.</summary>
public sealed class LedgerFacts
{
    public InvoiceMoney Invoice { get; } = new();

    /// <summary>Received from gateways, by payment.</summary>
    public Dictionary<string, ReceivedMoney> Received { get; } = [];

    public Dictionary<string, RefundMoney> Refunds { get; } = [];

    /// <summary>Takes them in the order of their numbers: a refund is reserved before it is resolved.</summary>
    public void Take(IEnumerable<LedgerEntry> entries)
    {
        foreach (var entry in entries.OrderBy(entry => entry.Number))
        {
            Take(entry);
        }
    }

    private void Take(LedgerEntry entry)
    {
        switch (entry.Kind)
        {
            case EntryKind.PaymentReceived:
                TakePayment(entry);
                break;
            case EntryKind.PaymentReleased:
                TakeRelease(entry);
                break;
            case EntryKind.InvoiceSettled:
                TakeSettlement(entry);
                break;
            case EntryKind.RefundReserved:
                TakeReservation(entry);
                break;
            case EntryKind.RefundResolved:
                TakeResolution(entry);
                break;
            case EntryKind.RefundSucceededLate:
                TakeLateSuccess(entry);
                break;
            case EntryKind.SurplusCredited:
                ReceivedOf(entry).Credited += entry.Transfers.Sum(transfer => transfer.AmountMinor);
                break;
            case EntryKind.PaidFromBalance:
                TakeFunds(entry);
                break;
            case EntryKind.ReturnedToBalance:
                TakeReturn(entry);
                break;
            case EntryKind.BalanceToppedUp:
                TakeTopUp(entry);
                break;
            case EntryKind.PeriodCredited:
                TakeCredit(entry);
                break;
        }
    }

    private void TakePayment(LedgerEntry entry)
    {
        var money = ReceivedOf(entry);
        foreach (var transfer in entry.Transfers)
        {
            money.Currency = transfer.Currency;
            switch (AccountName.Parse(transfer.Credit).Kind)
            {
                case AccountKind.Receivable:
                    money.Applied += transfer.AmountMinor;
                    Invoice.Currency = transfer.Currency;
                    Invoice.Paid += transfer.AmountMinor;
                    break;
                case AccountKind.SurchargeIncome:
                    money.Surcharge += transfer.AmountMinor;
                    break;
                default:
                    money.Unapplied += transfer.AmountMinor;
                    break;
            }
        }
    }

    private void TakeRelease(LedgerEntry entry)
    {
        var released = entry.Transfers.Sum(transfer => transfer.AmountMinor);
        var money = ReceivedOf(entry);
        money.Applied -= released;
        money.Unapplied += released;
        Invoice.Paid -= released;
    }

    private void TakeFunds(LedgerEntry entry)
    {
        var money = ReceivedOf(entry);
        foreach (var transfer in entry.Transfers)
        {
            money.Currency = transfer.Currency;
            money.Applied += transfer.AmountMinor;
            money.Bonus += AccountName.Parse(transfer.Debit).Kind == AccountKind.Bonus ? transfer.AmountMinor : 0;
            Invoice.Currency = transfer.Currency;
            Invoice.Paid += transfer.AmountMinor;
        }
    }

    private void TakeReturn(LedgerEntry entry)
    {
        TakeRelease(entry);
        var money = ReceivedOf(entry);
        money.Credited += entry.Transfers.Sum(transfer => transfer.AmountMinor);
        money.Bonus = 0;
    }

    private void TakeTopUp(LedgerEntry entry)
    {
        Invoice.IsOfBalance = true;
        foreach (var transfer in entry.Transfers)
        {
            var isBonus = AccountName.Parse(transfer.Debit).Kind == AccountKind.Promotion;
            Invoice.Bonus += isBonus ? transfer.AmountMinor : 0;
            Invoice.Settled += isBonus ? 0 : transfer.AmountMinor;
        }
    }

    private void TakeCredit(LedgerEntry entry)
    {
        foreach (var transfer in entry.Transfers)
        {
            Invoice.Credited += transfer.AmountMinor;
            TakeTax(Invoice.CreditedTaxes, AccountName.Parse(transfer.Debit), transfer.AmountMinor);
        }
    }

    private void TakeSettlement(LedgerEntry entry)
    {
        foreach (var transfer in entry.Transfers)
        {
            Invoice.Settled += transfer.AmountMinor;
            TakeTax(Invoice.Taxes, AccountName.Parse(transfer.Credit), transfer.AmountMinor);
        }
    }

    private void TakeReservation(LedgerEntry entry)
    {
        var refund = RefundOf(entry);
        refund.PaymentId = entry.PaymentId!.Value.Value;
        foreach (var transfer in entry.Transfers)
        {
            var (from, to) = (AccountName.Parse(transfer.Debit), AccountName.Parse(transfer.Credit));
            refund.Currency = transfer.Currency;
            refund.Held += to.Kind == AccountKind.Promotion ? 0 : transfer.AmountMinor;
            refund.Deducted += (from.Kind, to.Kind) is (AccountKind.Balance, AccountKind.Promotion) ? transfer.AmountMinor : 0;
            refund.Bonus += from.Kind == AccountKind.Bonus || to.Kind == AccountKind.Bonus ? transfer.AmountMinor : 0;
            refund.Surcharge += from.Kind == AccountKind.SurchargeIncome ? transfer.AmountMinor : 0;
            refund.Source = from.Kind switch
            {
                AccountKind.Unapplied => RefundSource.Surplus,
                AccountKind.Balance or AccountKind.Bonus => RefundSource.TopUp,
                _ => refund.Source,
            };
            TakeTax(refund.Taxes, from, transfer.AmountMinor);
        }
    }

    private void TakeResolution(LedgerEntry entry)
    {
        var refund = RefundOf(entry);
        refund.Ended = entry.Transfers.Count > 0 ? entry.Transfers[0].Phase : null;
        if (refund is { Ended: TransferPhase.Posted, Source: not RefundSource.Surplus })
        {
            Invoice.Refunded += refund.Amount;
        }
    }

    /// <summary>What had been set aside was given back: it counts as if it were set aside now.</summary>
    private void TakeLateSuccess(LedgerEntry entry)
    {
        Refunds.Remove(entry.RefundId!.Value.Value);
        TakeReservation(entry);
        TakeResolution(entry);
    }

    private ReceivedMoney ReceivedOf(LedgerEntry entry) => Received.At(entry.PaymentId!.Value.Value);

    private RefundMoney RefundOf(LedgerEntry entry) => Refunds.At(entry.RefundId!.Value.Value);

    private static void TakeTax(Dictionary<string, long> taxes, AccountName account, long amount)
    {
        if (account.Kind == AccountKind.Tax)
        {
            taxes[account.Owner] = taxes.GetValueOrDefault(account.Owner) + amount;
        }
    }
}
