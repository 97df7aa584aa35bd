using System.Runtime.CompilerServices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingHeadless.Server.Platform.Persistence;

/// <summary>The last number of a series without gaps. Taken late in a transaction and always in the order of the names.</summary>
public sealed class CounterRow : IOwned
{
    /// <summary>The series of event sequences.</summary>
    public const string Events = "zz.events";

    public const string Orders = "orders";

    /// <summary>The series of ledger entries.</summary>
    public const string Ledger = "ledger";

    /// <summary>What the series of invoices begin with.</summary>
    public const string InvoicePrefix = "invoices.";

    /// <summary>What the series of documents with numbers of their own begin with.</summary>
    public const string DocumentPrefix = "documents.";

    private CounterRow()
    {
    }

    public Id<Merchant> MerchantId { get; private set; }

    public string Series { get; private set; } = "";

    public long Value { get; private set; }

    public static string Invoices(int year) => $"{InvoicePrefix}{year}";

    public static string Documents(string kind, int year) => $"{DocumentPrefix}{kind}.{year}";

    /// <summary>
    /// Raises each series by so many and answers its last number. One statement for all of them, in the order of their names:
    /// from here to the commit everybody else of this merchant waits.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, long>> Take(BillingDb db, Id<Merchant> merchant, IReadOnlyDictionary<string, int> wanted, CancellationToken cancel)
    {
        var series = wanted.OrderBy(one => one.Key, StringComparer.Ordinal).ToList();
        var values = string.Join(", ", series.Select((_, i) => $"({{0}}, {{{(2 * i) + 1}}}, {{{(2 * i) + 2}}})"));
        var rows = await db.Database.SqlQuery<CounterValue>(FormattableStringFactory.Create(
            $"""
            insert into counters (merchant_id, series, value) values {values}
            on conflict (merchant_id, series) do update set value = counters.value + excluded.value
            returning series as "Series", value as "Value"
            """,
            [merchant.Value, .. series.SelectMany(one => new object[] { one.Key, one.Value })])).ToListAsync(cancel);
        return rows.ToDictionary(row => row.Series, row => row.Value, StringComparer.Ordinal);
    }

    /// <summary>The last number that was taken; 0 when none was.</summary>
    public static Task<long> Last(BillingDb db, string series, CancellationToken cancel) =>
        db.Counters.Where(row => row.Series == series).Select(row => row.Value).SingleOrDefaultAsync(cancel);

    private sealed record CounterValue(string Series, long Value);

    public sealed class Mapping : IEntityTypeConfiguration<CounterRow>
    {
        public void Configure(EntityTypeBuilder<CounterRow> builder)
        {
            builder.ToTable("Counters");
            builder.HasKey(row => new { row.MerchantId, row.Series });
        }
    }
}
