namespace BillingHeadless.Tests.Benchmarks.Ceiling;

/// <summary>What one purchase of one merchant has left: read back from the database.</summary>
public sealed record PurchaseRows
{
    /// <summary>Jobs of an earlier purchase may end meanwhile; those of this one are new rows.</summary>
    private const string Jobs = "jobs";

    /// <summary>New rows; those that are referred to before those that refer.</summary>
    public required IReadOnlyList<StoredRow> Added { get; init; }

    /// <summary>Rows that all purchases share, such as balances and counters: always in the same order, so that writers do not wait in circles.</summary>
    public required IReadOnlyList<ChangedRow> Changed { get; init; }

    /// <summary>Texts that name a row of this purchase: the next one has others in their place.</summary>
    public required IReadOnlySet<string> Names { get; init; }

    public int Statements => Added.Count + Changed.Count;

    /// <summary>The purchases between two snapshots, one for each merchant.</summary>
    public static IReadOnlyList<PurchaseRows> Between(DatabaseSnapshot before, DatabaseSnapshot after)
    {
        var known = before.Rows.SelectMany(NamesOf).ToHashSet();
        return [.. after.Rows
            .Where(row => row.MerchantId.Length > 0)
            .GroupBy(row => row.MerchantId)
            .Select(rows => Read([.. rows], before, known))
            .Where(purchase => purchase.Added.Count > 0)];
    }

    private static PurchaseRows Read(IReadOnlyList<StoredRow> rows, DatabaseSnapshot before, HashSet<string> known)
    {
        var added = rows.Where(row => before.Find(row) is null).ToList();
        var changed = rows
            .Where(row => row.Table.Name != Jobs)
            .Select(row => before.Find(row) is { } earlier && !row.SameAs(earlier) ? new ChangedRow(row, row.ChangedSince(earlier)) : null)
            .OfType<ChangedRow>()
            .OrderBy(change => change.Row.Table.Name, StringComparer.Ordinal)
            .ThenBy(change => change.Row.Key, StringComparer.Ordinal);
        return new PurchaseRows
        {
            Added = added,
            Changed = [.. changed],
            Names = added.SelectMany(NamesOf).Where(name => !known.Contains(name)).ToHashSet(),
        };
    }

    private static IEnumerable<string> NamesOf(StoredRow row) =>
        row.NamingColumns.Select(column => row.Values.GetValueOrDefault(column.Name)).OfType<string>();
}

/// <summary>A row with the columns that a purchase has changed.</summary>
public sealed record ChangedRow(StoredRow Row, IReadOnlyList<string> Columns);
