using BillingHeadless.Domain.Ledger;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Ledger;

/// <summary>What the transfers say, gathered in one pass: by payment, by invoice, by refund and by account.</summary>
public sealed class LedgerFacts
{
    private readonly HashSet<string> doubtful = [];

    /// <summary>Received from gateways, by payment: to the invoice, as surcharge, unapplied.</summary>
    public Dictionary<string, ReceivedMoney> Received { get; } = [];

    /// <summary>What an invoice holds or has been settled with.</summary>
    public Dictionary<string, InvoiceMoney> Invoices { get; } = [];

    /// <summary>Refunds: what is held, and how it ended.</summary>
    public Dictionary<string, RefundMoney> Refunds { get; } = [];

    /// <summary>Credits less debits of posted transfers, by account that keeps a balance.</summary>
    public Dictionary<string, long> Balances { get; } = [];

    /// <summary>Whether an entry about this payment, invoice, refund or account was tampered with: its facts cannot be judged.</summary>
    public bool IsDoubtful(string id) => doubtful.Contains(id);

    public static async Task<(ProofCheck Check, LedgerFacts Facts)> Read(BillingDb db, CancellationToken cancel)
    {
        var facts = new LedgerFacts();
        var (count, broken) = (0L, new ProofFindings());
        await foreach (var entry in db.LedgerEntries.Include(entry => entry.Transfers).OrderBy(entry => entry.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            count++;
            if (LedgerEntry.DigestOf(entry, entry.Transfers) == entry.Digest)
            {
                facts.Take(entry);
            }
            else
            {
                broken.Add(entry.Id.Value);
                facts.Doubt(entry);
            }
        }

        return (broken.Check("ledgerEntries", count), facts);
    }

    private void Doubt(LedgerEntry entry)
    {
        IEnumerable<string?> about = [entry.InvoiceId?.Value, entry.PaymentId?.Value, entry.RefundId?.Value, .. entry.Transfers.SelectMany(transfer => new[] { transfer.Debit, transfer.Credit })];
        doubtful.UnionWith(about.OfType<string>());
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
                Invoices.At(entry.InvoiceId!.Value.Value).Settled += entry.Transfers.Sum(transfer => transfer.AmountMinor);
                break;
            case EntryKind.RefundReserved:
                TakeReservation(entry);
                break;
            case EntryKind.RefundResolved:
                TakeResolution(entry);
                break;
            case EntryKind.SurplusCredited:
                Received.At(entry.PaymentId!.Value.Value).Credited += entry.Transfers.Sum(transfer => transfer.AmountMinor);
                break;
        }

        TakeBalances(entry);
    }

    private void TakePayment(LedgerEntry entry)
    {
        var money = Received.At(entry.PaymentId!.Value.Value);
        foreach (var transfer in entry.Transfers)
        {
            switch (AccountName.Parse(transfer.Credit).Kind)
            {
                case AccountKind.Receivable:
                    money.Applied += transfer.AmountMinor;
                    Invoices.At(entry.InvoiceId!.Value.Value).Paid += transfer.AmountMinor;
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
        var money = Received.At(entry.PaymentId!.Value.Value);
        money.Applied -= released;
        money.Unapplied += released;
        Invoices.At(entry.InvoiceId!.Value.Value).Paid -= released;
    }

    private void TakeReservation(LedgerEntry entry)
    {
        var refund = Refunds.At(entry.RefundId!.Value.Value);
        refund.Held += entry.Transfers.Sum(transfer => transfer.AmountMinor);
        refund.IsOfInvoice = entry.Transfers.All(transfer => AccountName.Parse(transfer.Debit).Kind != AccountKind.Unapplied);
        refund.Surcharge += entry.Transfers.Where(transfer => AccountName.Parse(transfer.Debit).Kind == AccountKind.SurchargeIncome).Sum(transfer => transfer.AmountMinor);
        refund.PaymentId = entry.PaymentId!.Value.Value;
        refund.InvoiceId = entry.InvoiceId!.Value.Value;
    }

    private void TakeResolution(LedgerEntry entry)
    {
        var refund = Refunds.At(entry.RefundId!.Value.Value);
        refund.Ended = entry.Transfers.Count > 0 ? entry.Transfers[0].Phase : null;
        if (refund is { Ended: TransferPhase.Posted, IsOfInvoice: true })
        {
            Invoices.At(entry.InvoiceId!.Value.Value).Refunded += refund.Held - refund.Surcharge;
        }
    }

    private void TakeBalances(LedgerEntry entry)
    {
        foreach (var transfer in entry.Transfers.Where(transfer => transfer.Phase == TransferPhase.Posted))
        {
            Add(transfer.Debit, -transfer.AmountMinor);
            Add(transfer.Credit, transfer.AmountMinor);
        }
    }

    private void Add(string account, long amount)
    {
        if (AccountName.Parse(account).IsGuarded)
        {
            Balances[account] = Balances.GetValueOrDefault(account) + amount;
        }
    }
}

public sealed class ReceivedMoney
{
    public long Applied { get; set; }

    public long Surcharge { get; set; }

    public long Unapplied { get; set; }

    /// <summary>Of the unapplied: what went to a balance.</summary>
    public long Credited { get; set; }
}

public sealed class InvoiceMoney
{
    public long Paid { get; set; }

    public long Settled { get; set; }

    public long Refunded { get; set; }
}

public sealed class RefundMoney
{
    public long Held { get; set; }

    public long Surcharge { get; set; }

    public bool IsOfInvoice { get; set; }

    public TransferPhase? Ended { get; set; }

    public string PaymentId { get; set; } = "";

    public string InvoiceId { get; set; } = "";
}
