using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Journal;
using BillingHeadless.Domain.Usage;
using BillingHeadless.Server.Payments;

namespace BillingHeadless.Server.Hosted.Accounts;

/// <summary>One line of the journal in finished words (C5).</summary>
public sealed record OperationRow
{
    public required string Date { get; init; }

    /// <summary>What happened, as the texts name it.</summary>
    public required string Kind { get; init; }

    /// <summary>With its sign; null when nothing came or went.</summary>
    public string? Amount { get; init; }

    public required bool Came { get; init; }

    /// <summary>What was taken into reserve or given back, with its sign.</summary>
    public string? Reserved { get; init; }

    public required string After { get; init; }

    /// <summary>The bonus after it; null without any.</summary>
    public string? BonusAfter { get; init; }

    public required IReadOnlyList<PartRow> Parts { get; init; }

    public static OperationRow Of(Visit visit, Operation operation)
    {
        var amount = new FundsPart(operation.MoneyMinor, operation.BonusMinor).Total;
        return new OperationRow
        {
            Date = visit.Wording.ShortDate(operation.OccurredAt),
            Kind = OutcomeNames.Of(operation.Kind),
            Amount = amount == 0 ? null : Signed(visit, operation, amount),
            Came = amount > 0,
            Reserved = operation.ReservedMinor == 0 ? null : Signed(visit, operation, operation.ReservedMinor),
            After = visit.Wording.Money(operation.BalanceAfterMinor, operation.Currency),
            BonusAfter = operation.BonusAfterMinor == 0 ? null : visit.Wording.Money(operation.BonusAfterMinor, operation.Currency),
            Parts = [.. operation.Parts.Select(part => PartRow.Of(visit, part, Signed(visit, operation, part.AmountMinor)))],
        };
    }

    private static string Signed(Visit visit, Operation operation, long minor) =>
        (minor > 0 ? "+" : "") + visit.Wording.Money(minor, operation.Currency);
}

/// <summary>A part of a movement.</summary>
/// <param name="Kind">What it is, as the texts name it.</param>
/// <param name="Text">The name of the line or meter; null when the kind says it all.</param>
/// <param name="Amount">With its sign.</param>
/// <param name="FirstDay">The days that it is about, both included.</param>
/// <param name="LastDay">See there.</param>
/// <param name="Quantity">How much of a meter, or how many unused days.</param>
public sealed record PartRow(string Kind, string? Text, string Amount, string? FirstDay, string? LastDay, string? Quantity)
{
    private const string Base = "base";

    public static PartRow Of(Visit visit, OperationPart part, string amount) => new(
        IsBase(part) ? Base : part.Kind,
        IsBase(part) ? null : part.Text,
        amount,
        part.FirstDay is { } first ? visit.Wording.ShortDate(first) : null,
        part.LastDay is { } last ? visit.Wording.ShortDate(last) : null,
        part.Quantity is { } quantity ? visit.Wording.Number(quantity) : null);

    /// <summary>The service itself is a meter too, but its customer has never heard that.</summary>
    private static bool IsBase(OperationPart part) => part is { Kind: "meter", Text: UsagePrice.Base };
}
