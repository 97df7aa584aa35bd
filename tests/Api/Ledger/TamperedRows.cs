using System.Data.Common;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Ledger;

/// <summary>Carries a tampering out past the server, and undoes it: the rows are kept as they were and put back.</summary>
public sealed class TamperedRows : IAsyncDisposable
{
    private readonly DbConnection connection;
    private readonly Tampering tampering;
    private readonly string where;
    private readonly Func<string, string> fill;
    private readonly List<(string Table, Dictionary<string, object> Row)> kept = [];

    private TamperedRows(DbConnection connection, Tampering tampering, Func<string, string> fill)
    {
        (this.connection, this.tampering, this.fill) = (connection, tampering, fill);
        where = fill(tampering.Where);
    }

    public static async Task<TamperedRows> Make(TestDatabase database, Tampering tampering, Func<string, string> fill)
    {
        var rows = new TamperedRows(await database.Connect(), tampering, fill);
        await rows.Tamper();
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await Undo();
        await connection.DisposeAsync();
    }

    private async Task Tamper()
    {
        await Keep(tampering.Table, where);
        Assert.NotEmpty(kept);
        if (!tampering.IsDeletion)
        {
            Assert.Equal(kept.Count, await Execute($"update {tampering.Table} set {tampering.Column} = {fill(tampering.Value)} where {where}"));
            return;
        }

        if (tampering.Table == "ledger_entries")
        {
            var transfers = $"entry_id in (select id from ledger_entries where {where})";
            await Keep("transfers", transfers);
            await Execute($"delete from transfers where {transfers}");
        }

        await Execute($"delete from {tampering.Table} where {where}");
    }

    private async Task Undo()
    {
        foreach (var (table, row) in kept)
        {
            if (tampering.IsDeletion)
            {
                await Execute($"insert into {table} ({string.Join(", ", row.Keys)}) values ({string.Join(", ", row.Keys.Select(column => $"@{column}"))})", row);
            }
            else
            {
                var keys = KeysOf(table).Select(key => $"{key} = {(key == tampering.Column ? fill(tampering.Value) : $"@{key}")}");
                Assert.Equal(1, await Execute($"update {table} set {tampering.Column} = @{tampering.Column} where {string.Join(" and ", keys)}", row));
            }
        }
    }

    private static string[] KeysOf(string table) => table switch
    {
        "transfers" => ["entry_id", "ordinal"],
        "accounts" => ["merchant_id", "name"],
        "counters" => ["merchant_id", "series"],
        _ => ["id"],
    };

    private async Task Keep(string table, string rows)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"select * from {table} where {rows}";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            kept.Add((table, Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetValue)));
        }
    }

    private async Task<int> Execute(string sql, Dictionary<string, object>? values = null)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values ?? [])
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return await command.ExecuteNonQueryAsync();
    }
}
