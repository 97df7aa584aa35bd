using System.Data;
using System.Data.Common;

namespace BillingHeadless.Tests.Benchmarks.Ceiling;

/// <summary>One connection with prepared statements that write purchases' rows as fast as the database takes them.</summary>
public sealed class RowWriter(DbConnection connection) : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> prepared = [];
    private bool inTransaction;

    /// <summary>Writes the rows of one purchase in so many commits; with none, they are committed together with the next one's.</summary>
    public async Task Write(IReadOnlyList<RowStatement> statements, long purchase, int commits)
    {
        var committed = 0;
        for (var i = 0; i < statements.Count; i++)
        {
            await Execute(statements[i], purchase);
            if ((i + 1) * commits / statements.Count > committed)
            {
                await Commit();
                committed++;
            }
        }
    }

    /// <summary>Commits what is written and not yet committed.</summary>
    public async Task Commit()
    {
        if (inTransaction)
        {
            await Prepared("commit").ExecuteNonQueryAsync();
            inTransaction = false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in prepared.Values)
        {
            await command.DisposeAsync();
        }

        await connection.DisposeAsync();
    }

    private async Task Execute(RowStatement statement, long purchase)
    {
        if (!inTransaction)
        {
            await Prepared("begin").ExecuteNonQueryAsync();
            inTransaction = true;
        }

        var command = Prepared(statement.Sql);
        for (var i = 0; i < statement.Values.Count; i++)
        {
            Set(command, i, statement.Values[i](purchase));
        }

        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Prepared when it is first executed: only then are the types of its parameters known.</summary>
    private DbCommand Prepared(string sql)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            prepared.Add(sql, command);
        }

        return command;
    }

    private static void Set(DbCommand command, int index, object value)
    {
        if (command.Parameters.Count > index)
        {
            command.Parameters[index].Value = value;
            return;
        }

        var parameter = command.CreateParameter();
        parameter.ParameterName = $"p{index}";
        parameter.DbType = TypeOf(value);
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    private static DbType TypeOf(object value) => value switch
    {
        long => DbType.Int64,
        int => DbType.Int32,
        bool => DbType.Boolean,
        byte[] => DbType.Binary,
        DateOnly => DbType.Date,
        string => DbType.String,
        _ => throw new NotSupportedException($"No column of ours is read as {value.GetType().Name}."),
    };
}
