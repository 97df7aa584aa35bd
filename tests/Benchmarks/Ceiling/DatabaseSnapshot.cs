using System.Data.Common;
using BillingHeadless.Tests.Kit;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BillingHeadless.Tests.Benchmarks.Ceiling;

/// <summary>Every row of a database at one moment. Only for a database that is still small.</summary>
public sealed class DatabaseSnapshot
{
    private readonly Dictionary<(string Table, string Key), StoredRow> rows = [];

    public IEnumerable<StoredRow> Rows => rows.Values;

    /// <param name="database">Which.</param>
    /// <param name="tables">Its tables, those that are referred to before those that refer.</param>
    public static async Task<DatabaseSnapshot> Take(TestDatabase database, IReadOnlyList<ITable> tables)
    {
        var snapshot = new DatabaseSnapshot();
        await using var connection = await database.Connect();
        foreach (var table in tables)
        {
            await snapshot.Read(connection, table);
        }

        return snapshot;
    }

    public StoredRow? Find(StoredRow row) => rows.GetValueOrDefault((row.Table.Name, row.Key));

    private async Task Read(DbConnection connection, ITable table)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"select * from {table.Name}";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var values = new Dictionary<string, object>();
            for (var i = 0; i < reader.FieldCount; i++)
            {
                if (reader.GetValue(i) is not DBNull and var value)
                {
                    values[reader.GetName(i)] = value;
                }
            }

            var row = new StoredRow(table, values);
            rows[(table.Name, row.Key)] = row;
        }
    }
}
