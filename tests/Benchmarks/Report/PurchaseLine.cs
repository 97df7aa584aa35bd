using BillingHeadless.Tests.Benchmarks.Purchases;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Benchmarks.Report;

/// <summary>One line of the table: a load, what it has cost, and the ceiling of the same minute.</summary>
public sealed record PurchaseLine
{
    public required DatabaseKind Database { get; init; }

    public required int Merchants { get; init; }

    public required int Buyers { get; init; }

    public required LoadFigures Load { get; init; }

    /// <summary>Of the API server, its background work included.</summary>
    public required TimeSpan ProcessorTime { get; init; }

    public required long Commits { get; init; }

    /// <summary>How long mails and notices have lagged behind the last purchase.</summary>
    public required TimeSpan Backlog { get; init; }

    public required long ResidentBytes { get; init; }

    /// <summary>Whether <c>proveBooks</c> has found all books of the merchants asked to be balanced.</summary>
    public required bool Balanced { get; init; }

    /// <summary>Purchases a second that the database itself takes; known when the server has stopped.</summary>
    public double Ceiling { get; init; }

    public double CommitsPerPurchase => (double)Commits / Math.Max(1, Load.Purchases);

    /// <summary>Purchases a second with all that follows them: mails and notices that lag behind are still to be paid for.</summary>
    public double SustainedPerSecond => Load.Purchases / (Load.Elapsed + Backlog).TotalSeconds;

    public bool IsClean => Balanced && Load.Errors == 0 && Load.Purchases > 0;
}
