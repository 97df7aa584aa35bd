using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Plugins;

namespace BillingHeadless.Domain.Ledger;

/// <summary>So much from one account to another. Never changed and never deleted: what was pending is ended by a transfer of its own.</summary>
public sealed class Transfer : IOwned
{
    private Transfer()
    {
    }

    public Id<Merchant> MerchantId { get; private set; }

    public Id<LedgerEntry> EntryId { get; private set; }

    public int Ordinal { get; private set; }

    /// <summary>The account that is debited, as <see cref="AccountName"/> writes it.</summary>
    public string Debit { get; private set; } = "";

    /// <summary>The account that is credited.</summary>
    public string Credit { get; private set; } = "";

    /// <summary>Positive.</summary>
    public long AmountMinor { get; private set; }

    public Currency Currency { get; private set; }

    public TransferPhase Phase { get; private set; }

    public static Transfer Write(LedgerEntry entry, int ordinal, TransferDraft draft) => new()
    {
        MerchantId = entry.MerchantId,
        EntryId = entry.Id,
        Ordinal = ordinal,
        Debit = draft.Debit.ToString(),
        Credit = draft.Credit.ToString(),
        AmountMinor = draft.AmountMinor > 0 ? draft.AmountMinor : throw new ArgumentOutOfRangeException(nameof(draft), "A transfer moves a positive amount."),
        Currency = draft.Debit.Currency == draft.Credit.Currency
            ? draft.Debit.Currency
            : throw new ArgumentException("A transfer has one currency.", nameof(draft)),
        Phase = draft.Phase,
    };
}

/// <summary>A transfer to be written; one of nothing is left out.</summary>
public sealed record TransferDraft(AccountName Debit, AccountName Credit, long AmountMinor, TransferPhase Phase = TransferPhase.Posted)
{
    /// <summary>Whether it may take an account with a limit below zero.</summary>
    public bool MayOverdraw { get; init; }
}

/// <summary>How far a transfer has come.</summary>
public enum TransferPhase
{
    /// <summary>Done.</summary>
    Posted,

    /// <summary>Held: it counts against limits, and not yet in balances.</summary>
    Pending,

    /// <summary>Ends a pending transfer that did not come about.</summary>
    Voided,
}
