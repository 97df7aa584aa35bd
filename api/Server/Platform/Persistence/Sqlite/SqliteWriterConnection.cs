using System.Data;
using Microsoft.Data.Sqlite;

namespace BillingHeadless.Server.Platform.Persistence.Sqlite;

/// <summary>The one connection that writes. What is committed on it survives a loss of power.</summary>
public sealed class SqliteWriterConnection(string file) : IDisposable
{
    /// <summary>How long another program's lock is waited for.</summary>
    public const int BusySeconds = 5;

    public SqliteConnection Connection { get; } = new(new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = SqliteOpenMode.ReadWriteCreate,
        ForeignKeys = true,
        Pooling = false,
        DefaultTimeout = BusySeconds,
    }.ToString());

    /// <summary>Opens it, or opens it again after <see cref="Close"/>.</summary>
    public void Open()
    {
        if (Connection.State == ConnectionState.Open)
        {
            return;
        }

        Connection.Open();
        using var command = Connection.CreateCommand();
        command.CommandText = "pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 1000;";
        command.ExecuteNonQuery();
    }

    public void Close() => Connection.Close();

    public void Dispose() => Connection.Dispose();
}
