using System.Data;
using Microsoft.Data.Sqlite;

namespace BillingHeadless.Server.Platform.Persistence.Sqlite;

/// <summary>The one connection that writes. What is committed on it survives a loss of power.</summary>
public sealed class SqliteWriterConnection(string file) : IDisposable
{
    /// <summary>How long another program's lock is waited for.</summary>
    public const int BusySeconds = 5;

    private const int BusyMilliseconds = 1_000;

    /// <summary>"Bill" in ASCII, as tools that look at files show it.</summary>
    private const int ApplicationId = 0x42696C6C;

    public SqliteConnection Connection { get; } = new(new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = SqliteOpenMode.ReadWrite,
        ForeignKeys = true,
        Pooling = false,
        DefaultTimeout = BusySeconds,
    }.ToString());

    /// <summary>Makes the file where there is none. Only a start does: a file that vanishes later must not come back empty.</summary>
    public void Create()
    {
        if (File.Exists(file))
        {
            return;
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        new FileStream(file, options).Dispose();
    }

    /// <summary>Opens it, or opens it again after <see cref="Close"/>.</summary>
    public void Open()
    {
        if (Connection.State == ConnectionState.Open)
        {
            return;
        }

        Connection.Open();
        Execute($"pragma busy_timeout = {BusyMilliseconds}; pragma journal_mode = wal; pragma synchronous = full;");
    }

    /// <summary>A file that may only be read opens all the same: this finds out before the first write does, and marks the file as ours.</summary>
    public void ProveWritable() => Execute($"pragma application_id = {ApplicationId};");

    /// <summary>After a failure: the next write opens it anew, without whatever state the failure has left.</summary>
    public void Close() => Connection.Close();

    public void Dispose() => Connection.Dispose();

    private void Execute(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
