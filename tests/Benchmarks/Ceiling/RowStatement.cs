using System.Globalization;
using BillingHeadless.Domain.Kernel;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BillingHeadless.Tests.Benchmarks.Ceiling;

/// <summary>One statement of a purchase: its SQL, and its values for the purchase of any number.</summary>
/// <param name="Sql">With parameters <c>@p0</c>, <c>@p1</c> …; rows of one shape have the same.</param>
/// <param name="Values">In the order of the parameters.</param>
public sealed record RowStatement(string Sql, IReadOnlyList<Func<long, object>> Values)
{
    /// <summary>Numbers of rows that the server itself has made lie below.</summary>
    private const long FirstNumber = 1_000_000;

    /// <summary>More than one purchase takes of any series.</summary>
    private const long NumbersPerPurchase = 100;

    /// <summary>As many digits as an id's time has characters, and later than any time of these centuries.</summary>
    private const long LaterTime = 1_000_000_000;

    private const ulong Scramble = 0x9E37_79B9_7F4A_7C15;

    public static IReadOnlyList<RowStatement> Of(PurchaseRows purchase) =>
        [.. purchase.Added.Select(row => Insert(row, purchase.Names)), .. purchase.Changed.Select(Update)];

    private static RowStatement Insert(StoredRow row, IReadOnlySet<string> names)
    {
        var columns = row.Values.Keys.Order(StringComparer.Ordinal).ToList();
        var counted = CountedColumns(row, names);
        var sql = $"insert into {row.Table.Name} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
        return new RowStatement(sql, [.. columns.Select(column => ValueOf(row.Values[column], names, counted.Contains(column)))]);
    }

    private static RowStatement Update(ChangedRow change)
    {
        var key = change.Row.Table.PrimaryKey!.Columns.Select(column => column.Name).ToList();
        var changes = change.Columns.Select((column, i) => $"{column} = @p{i}");
        var row = key.Select((column, i) => $"{column} = @p{i + change.Columns.Count}");
        var sql = $"update {change.Row.Table.Name} set {string.Join(", ", changes)} where {string.Join(" and ", row)}";
        return new RowStatement(sql, [.. change.Columns.Concat(key).Select(column => ValueOf(change.Row.Values[column], names: null, isCounted: false))]);
    }

    /// <summary>Where no text makes a key new, the number at its end does: order, invoice and event numbers.</summary>
    private static HashSet<string> CountedColumns(StoredRow row, IReadOnlySet<string> names)
    {
        bool IsNew(IColumn column) => row.Values.GetValueOrDefault(column.Name) is string text && names.Contains(text);
        return [.. row.UniqueKeys
            .Where(key => !key.Any(IsNew) && row.Values.GetValueOrDefault(key[^1].Name) is long)
            .Select(key => key[^1].Name)];
    }

    private static Func<long, object> ValueOf(object value, IReadOnlySet<string>? names, bool isCounted) => value switch
    {
        string text when names?.Contains(text) == true => purchase => Rename(text, purchase),
        long number when isCounted => purchase => FirstNumber + (purchase * NumbersPerPurchase) + number,
        _ => _ => value,
    };

    /// <summary>An id gets a later time, so that it stays apart from its neighbours; a hash or a token is another from its beginning on.</summary>
    private static string Rename(string text, long purchase)
    {
        var time = text.IndexOf('_', StringComparison.Ordinal) + 1;
        if (time > 0 && text.Length >= time + IdText.TimeCharacters)
        {
            return $"{text[..time]}{(LaterTime + purchase).ToString(CultureInfo.InvariantCulture)}{text[(time + IdText.TimeCharacters)..]}";
        }

        var beginning = unchecked((ulong)purchase * Scramble).ToString("x16", CultureInfo.InvariantCulture);
        return text.Length > beginning.Length ? beginning + text[beginning.Length..] : beginning;
    }
}
