using System.Net.Sockets;
using Npgsql;

namespace BillingHeadless.Server.Platform.Persistence.Postgres;

/// <summary>Failures of the server or of the way to it, as against failures of one write.</summary>
public static class PostgresFailure
{
    /// <summary>The sentence for such a failure, or null when the exception is about the write alone.</summary>
    public static DatabaseUnavailableException? Explain(Exception exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is PostgresException refused)
            {
                return Mend(refused.SqlState) is { } mend ? new DatabaseUnavailableException(mend, exception) : null;
            }

            if (inner is NpgsqlException { InnerException: SocketException or IOException or TimeoutException or null })
            {
                return new DatabaseUnavailableException("The PostgreSQL server cannot be reached: check that it runs, then send the same request again.", exception);
            }
        }

        return null;
    }

    private static string? Mend(string state) => state switch
    {
        PostgresErrorCodes.DiskFull => "The disk of the PostgreSQL server is full: free some space, then send the same request again.",
        PostgresErrorCodes.ReadOnlySqlTransaction => "The PostgreSQL server is read-only: point Database:ConnectionString at the primary server.",
        PostgresErrorCodes.TooManyConnections => "The PostgreSQL server has no connection left: raise max_connections or lower Maximum Pool Size.",
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow =>
            "The PostgreSQL server is being restarted: send the same request again in a moment.",
        PostgresErrorCodes.IoError => "The disk of the PostgreSQL server failed: check it, then send the same request again.",
        _ when state.StartsWith("08", StringComparison.Ordinal) => "The connection to the PostgreSQL server broke: send the same request again.",
        _ => null,
    };
}
