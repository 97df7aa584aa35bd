using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BillingHeadless.Tests.Api.Ledger;

/// <summary>Rule X3: whatever is changed past the server in amounts, states and balances, the proof names it, by one check and no other.</summary>
public abstract class TamperedBooksTests(History history)
{
    public static TheoryData<string> Tables => [.. Tamperings.All.Select(tampering => tampering.Table).Distinct()];

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task Each_tampering_turns_exactly_its_check_false(string table)
    {
        var wrong = new List<string>();
        foreach (var tampering in Tamperings.All.Where(tampering => tampering.Table == table))
        {
            var broken = await BrokenBy(tampering);
            if (!broken.SequenceEqual([tampering.Check]))
            {
                wrong.Add($"{tampering}: expected {tampering.Check}, found [{string.Join(", ", broken)}]");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Empty(await history.BrokenChecks());
    }

    /// <summary>A new amount, rate, state or flag is tampered with, or it is said why no check reads it.</summary>
    [Fact]
    public void No_amount_and_no_state_is_left_out()
    {
        using var db = history.Server.Get<IDatabase>().RentReader();
        var columns = db.Model.GetEntityTypes().SelectMany(ColumnsOf).ToHashSet();
        var tampered = Tamperings.All.Select(tampering => $"{tampering.Table}.{tampering.Column}").ToHashSet();

        var leftOut = columns.Except(tampered).Except(UnreadColumns.Reasons.Keys).Order();
        var needless = UnreadColumns.Reasons.Keys.Where(column => tampered.Contains(column) || !columns.Contains(column));

        Assert.True(!leftOut.Any(), $"Add a tampering of each, or the reason why no check reads it:\n{string.Join('\n', leftOut)}");
        Assert.True(!needless.Any(), $"Strike these off the columns that no check reads:\n{string.Join('\n', needless)}");
    }

    [Fact]
    public async Task Every_check_finds_something()
    {
        var checks = (await history.AllChecks()).ToHashSet();

        Assert.Equal(checks, Tamperings.All.Select(tampering => tampering.Check).ToHashSet());
    }

    private async Task<IReadOnlyList<string>> BrokenBy(Tampering tampering)
    {
        await using var rows = await TamperedRows.Make(history.Server.Database, tampering, history.Fill);
        return await history.BrokenChecks();
    }

    private static IEnumerable<string> ColumnsOf(IEntityType entity) =>
        from property in entity.GetProperties()
        let column = property.GetColumnName()
        let type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType
        where type.IsEnum || type == typeof(bool) || column.EndsWith("_minor", StringComparison.Ordinal) || column.EndsWith("_basis_points", StringComparison.Ordinal)
        select $"{entity.GetTableName()}.{column}";
}

public sealed class TamperedBooksOnSqlite(HistoryOnSqlite history) : TamperedBooksTests(history), IClassFixture<HistoryOnSqlite>;

public sealed class TamperedBooksOnPostgres(HistoryOnPostgres history) : TamperedBooksTests(history), IClassFixture<HistoryOnPostgres>;
