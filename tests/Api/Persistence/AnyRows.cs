using System.Data.Common;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Persistence;

/// <summary>Puts a row into every table of whatever schema is there, asking the database alone: the schema may be an older one.</summary>
internal static class AnyRows
{
    private const string TablesOfSqlite = "select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not like '\\_\\_%' escape '\\'";
    private const string TablesOfPostgres = "select table_name from information_schema.tables where table_schema = 'public' and table_name not like '\\_\\_%'";
    private const string WithoutForeignKeysOnSqlite = "pragma foreign_keys = 0";
    private const string WithoutForeignKeysOnPostgres = "set session_replication_role = replica";

    public static Task<IReadOnlyList<string>> Tables(DbConnection connection, DatabaseKind kind) =>
        Read(connection, kind == DatabaseKind.Sqlite ? TablesOfSqlite : TablesOfPostgres, row => row.GetString(0));

    public static async Task Insert(DbConnection connection, DatabaseKind kind)
    {
        await Execute(connection, kind == DatabaseKind.Sqlite ? WithoutForeignKeysOnSqlite : WithoutForeignKeysOnPostgres);
        foreach (var table in await Tables(connection, kind))
        {
            var columns = await Read(connection, ColumnsOf(table, kind), row => (Name: row.GetString(0), Type: row.GetString(1).ToLowerInvariant()));
            await Execute(
                connection,
                $"insert into {table} ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))}) values ({string.Join(", ", columns.Select(column => ValueOf(column.Type)))})");
        }
    }

    private static string ColumnsOf(string table, DatabaseKind kind) => kind == DatabaseKind.Sqlite
        ? $"select name, type from pragma_table_info('{table}')"
        : $"select column_name, data_type from information_schema.columns where table_name = '{table}'";

    private static string ValueOf(string type) => type switch
    {
        "integer" or "bigint" => "1",
        "boolean" => "true",
        "date" => "'2026-11-21'",
        "blob" => "x'00'",
        "bytea" => "'\\x00'",
        "text" or "character varying" => "'any'",
        _ => throw new NotSupportedException($"No value is known for a column of type {type}."),
    };

    private static async Task Execute(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<IReadOnlyList<T>> Read<T>(DbConnection connection, string sql, Func<DbDataReader, T> read)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
