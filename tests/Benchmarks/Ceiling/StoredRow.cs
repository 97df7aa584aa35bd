using Microsoft.EntityFrameworkCore.Metadata;

namespace BillingHeadless.Tests.Benchmarks.Ceiling;

/// <summary>A row as it stands in a table.</summary>
/// <param name="Table">With its keys, from the server's own model.</param>
/// <param name="Values">By column, without those that are null.</param>
public sealed record StoredRow(ITable Table, IReadOnlyDictionary<string, object> Values)
{
    private const string Merchant = "merchant_id";

    /// <summary>What tells it from the table's other rows.</summary>
    public string Key => string.Join('\n', Table.PrimaryKey!.Columns.Select(column => Values[column.Name]));

    /// <summary>Whose row it is; empty for the operator's.</summary>
    public string MerchantId => Values.GetValueOrDefault(Merchant) as string ?? "";

    /// <summary>Primary keys, unique constraints and unique indexes: in each of them rows differ.</summary>
    public IEnumerable<IReadOnlyList<IColumn>> UniqueKeys => Table.UniqueConstraints.Select(key => key.Columns)
        .Concat(Table.Indexes.Where(index => index.IsUnique).Select(index => index.Columns));

    /// <summary>The columns whose values name this row or another one.</summary>
    public IEnumerable<IColumn> NamingColumns => UniqueKeys
        .SelectMany(columns => columns)
        .Concat(Table.ForeignKeyConstraints.SelectMany(key => key.Columns))
        .Distinct();

    public bool SameAs(StoredRow other) => Values.Count == other.Values.Count && ChangedSince(other).Count == 0;

    /// <summary>The columns that have another value than before.</summary>
    public IReadOnlyList<string> ChangedSince(StoredRow before) =>
        [.. Values.Where(value => !Same(value.Value, before.Values.GetValueOrDefault(value.Key))).Select(value => value.Key)];

    private static bool Same(object left, object? right) =>
        left is byte[] bytes ? right is byte[] others && bytes.AsSpan().SequenceEqual(others) : left.Equals(right);
}
