using System.Security.Cryptography;
using System.Text;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;

namespace BillingHeadless.Domain.Ledger;

/// <summary>
/// One money fact with its transfers. It happens once: kind and cause are unique, so that no fact can be booked twice. Its
/// digest tells when a transfer was changed or taken away afterwards, its number when a whole entry was.
/// </summary>
public sealed class LedgerEntry : IEntity, IOwned
{
    private readonly List<Transfer> transfers = [];

    private LedgerEntry()
    {
    }

    public static string IdPrefix => "ent";

    public Id<LedgerEntry> Id { get; private set; }

    public Id<Merchant> MerchantId { get; private set; }

    /// <summary>Gap-free within the merchant; taken with the commit.</summary>
    public long Number { get; private set; }

    public EntryKind Kind { get; private set; }

    /// <summary>The id of what caused it.</summary>
    public string CauseId { get; private set; } = "";

    public Id<Invoice>? InvoiceId { get; private set; }

    public Id<Payment>? PaymentId { get; private set; }

    public Id<Refund>? RefundId { get; private set; }

    public DateTimeOffset OccurredAt { get; private set; }

    /// <summary>SHA-256 over the transfers, in hexadecimal.</summary>
    public string Digest { get; private set; } = "";

    public IReadOnlyList<Transfer> Transfers => transfers;

    public static LedgerEntry Write(Id<LedgerEntry> id, Id<Merchant> merchant, EntryCause cause, DateTimeOffset now, IReadOnlyList<TransferDraft> drafts)
    {
        var entry = new LedgerEntry
        {
            Id = id,
            MerchantId = merchant,
            Kind = cause.Kind,
            CauseId = cause.CauseId,
            InvoiceId = cause.InvoiceId,
            PaymentId = cause.PaymentId,
            RefundId = cause.RefundId,
            OccurredAt = now,
        };
        entry.transfers.AddRange(drafts.Where(draft => draft.AmountMinor != 0).Select((draft, ordinal) => Transfer.Write(entry, ordinal, draft)));
        return entry;
    }

    /// <summary>Completes it: from here on it never changes.</summary>
    public void TakeNumber(long number)
    {
        Number = number;
        Digest = DigestOf(this, transfers);
    }

    /// <summary>What the digest must be for these transfers.</summary>
    public static string DigestOf(LedgerEntry entry, IEnumerable<Transfer> transfers)
    {
        var text = new StringBuilder(
            $"{entry.MerchantId}|{entry.Id}|{entry.Number}|{entry.Kind}|{entry.CauseId}|{entry.InvoiceId}|{entry.PaymentId}|{entry.RefundId}|{Instants.ToMicroseconds(entry.OccurredAt)}");
        foreach (var transfer in transfers.OrderBy(transfer => transfer.Ordinal))
        {
            text.Append($"\n{transfer.Ordinal}|{transfer.Debit}|{transfer.Credit}|{transfer.AmountMinor}|{transfer.Currency}|{transfer.Phase}");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>What an entry is about.</summary>
public sealed record EntryCause(EntryKind Kind, string CauseId)
{
    public Id<Invoice>? InvoiceId { get; init; }

    public Id<Payment>? PaymentId { get; init; }

    public Id<Refund>? RefundId { get; init; }
}

/// <summary>Kinds of money facts.</summary>
public enum EntryKind
{
    /// <summary>A gateway has taken money; cause: the payment.</summary>
    PaymentReceived,

    /// <summary>An invoice became income; cause: the invoice.</summary>
    InvoiceSettled,

    /// <summary>What an invoice had received and will not use became unapplied; cause: the payment.</summary>
    PaymentReleased,

    /// <summary>Unapplied money went to the customer's balance; cause: the payment.</summary>
    SurplusCredited,

    /// <summary>Money is held for a refund; cause: the refund.</summary>
    RefundReserved,

    /// <summary>A held refund was posted or voided; cause: the refund.</summary>
    RefundResolved,

    /// <summary>A refund that had been voided has gone out after all; cause: the refund.</summary>
    RefundSucceededLate,

    /// <summary>A customer's balance was topped up, with the bonus for it; cause: the invoice.</summary>
    BalanceToppedUp,

    /// <summary>A customer paid an invoice from its balance or bonus; cause: the payment.</summary>
    PaidFromBalance,

    /// <summary>What an invoice that will not be settled had taken from a balance went back to it; cause: the payment.</summary>
    ReturnedToBalance,

    /// <summary>Funds were taken into reserve; cause: the tariff change.</summary>
    FundsReserved,

    /// <summary>A reserve was given back, to be spent or to be kept; cause: the tariff change.</summary>
    ReserveReleased,

    /// <summary>Unused days of a period were credited; cause: the period.</summary>
    PeriodCredited,

    /// <summary>A month's usage was charged; cause: the charge.</summary>
    UsageCharged,
}

public static class EntryKinds
{
    /// <summary>Kinds whose transfers end pending ones.</summary>
    public static IReadOnlyList<EntryKind> Resolving { get; } = [EntryKind.RefundResolved, EntryKind.ReserveReleased];

    /// <summary>Whether its transfers end pending ones instead of being new.</summary>
    public static bool Resolves(this EntryKind kind) => Resolving.Contains(kind);
}
