using System.Security.Cryptography;
using System.Text;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins;

namespace BillingHeadless.Domain.BankTransfers;

/// <summary>An entry of a statement, kept: so that none is taken twice, and that a person sees those that match nothing.</summary>
public sealed class StatementEntry : IEntity, IOwned, IVersioned
{
    private const int LongestText = 1_000;
    private const int LongestBankId = 100;

    private StatementEntry()
    {
    }

    public static string IdPrefix => "ste";

    public Id<StatementEntry> Id { get; private set; }

    public Id<Merchant> MerchantId { get; private set; }

    /// <summary>What tells it from every other entry of the merchant's statements.</summary>
    public string Fingerprint { get; private set; } = "";

    public string? BankId { get; private set; }

    public DateOnly? BookedOn { get; private set; }

    public Currency Currency { get; private set; }

    public long AmountMinor { get; private set; }

    public string Text { get; private set; } = "";

    public StatementOutcome Outcome { get; private set; }

    /// <summary>The payment that it settled, or that it may be the money of.</summary>
    public Id<Payment>? PaymentId { get; private set; }

    public DateTimeOffset ImportedAt { get; private set; }

    public long Version { get; private set; }

    public Money Amount => new(AmountMinor, Currency);

    /// <summary>Whether its money is booked.</summary>
    public bool IsTaken => Outcome is StatementOutcome.Confirmed or StatementOutcome.Assigned;

    public static StatementEntry Import(Id<StatementEntry> id, Id<Merchant> merchant, StatementLine line, string fingerprint, DateTimeOffset now) => new()
    {
        Id = id,
        MerchantId = merchant,
        Fingerprint = fingerprint,
        BankId = line.BankId is { } name ? Kept(name, LongestBankId) : null,
        BookedOn = line.BookedOn,
        Currency = line.Amount.Currency,
        AmountMinor = line.Amount.Minor,
        Text = Kept(line.Text, LongestText),
        ImportedAt = now,
    };

    /// <summary>
    /// What tells the lines of one statement from all others: date, amount and the bank's own name, or the text where there is none.
    /// Equal lines are told apart by their number among themselves, so that the same statement gives the same names again.
    /// </summary>
    public static IReadOnlyList<string> Fingerprints(IReadOnlyList<StatementLine> lines)
    {
        var equal = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. lines.Select(Fingerprint)];

        string Fingerprint(StatementLine line)
        {
            var fact = $"{line.BookedOn:O}\n{line.Amount.Minor} {line.Amount.Currency}\n{line.BankId ?? line.Text}";
            var number = equal[fact] = equal.GetValueOrDefault(fact) + 1;
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{fact}\n{number}")));
        }
    }

    /// <summary>Says what became of it.</summary>
    public void End(StatementOutcome outcome, Payment? payment)
    {
        Outcome = outcome;
        PaymentId = payment?.Id;
    }

    private static string Kept(string text, int longest) =>
        TransferCode.Line(string.Concat(text.ReplaceLineEndings(" ").Where(sign => !char.IsControl(sign))), longest);
}

/// <summary>What became of an entry of a statement.</summary>
public enum StatementOutcome
{
    /// <summary>No transfer and no invoice of ours is named in the text: a person must look.</summary>
    NotFound,

    /// <summary>The transfer is confirmed with this amount.</summary>
    Confirmed,

    /// <summary>The transfer was confirmed before, and this may be the same money: a person must look.</summary>
    AlreadyConfirmed,

    /// <summary>The transfer is in another currency: a person must look.</summary>
    CurrencyDiffers,

    /// <summary>A person said which payment it is.</summary>
    Assigned,
}
