using System.Net.Sockets;
using BillingHeadless.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BillingHeadless.Server.Platform.Persistence.Postgres;

/// <summary>Which failures are a lost race, and which are the server's or the way's to it, as against failures of one write.</summary>
public static class PostgresFailure
{
    /// <summary>
    /// Another write came first: run again, it may decide otherwise. An impossible move is one, too: the reads of a write without a
    /// <see cref="Turn"/> can lie on both sides of another's commit, and then the states that it has read do not belong together.
    /// </summary>
    public static bool IsLostRace(Exception exception) => exception is DbUpdateConcurrencyException or ImpossibleMoveException || StateOf(exception) is
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.UniqueViolation;

    /// <summary>The sentence for such a failure, or null when the exception is about the write alone.</summary>
    public static DatabaseUnavailableException? Explain(Exception exception) => Mend(exception) is { } mend ? new DatabaseUnavailableException(mend, exception) : null;

    private static string? Mend(Exception exception) => exception switch
    {
        DbUpdateConcurrencyException => "Others keep changing the same thing: try again in a moment.",
        _ when StateOf(exception) is { } state => Mend(state),
        _ when IsUnreachable(exception) => "The PostgreSQL server cannot be reached: check that it runs, then try again.",
        _ => null,
    };

    private static string? Mend(string state) => state switch
    {
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => "Others keep changing the same thing: try again in a moment.",
        PostgresErrorCodes.DiskFull => "The disk of the PostgreSQL server is full: free some space, then try again.",
        PostgresErrorCodes.ReadOnlySqlTransaction => "The PostgreSQL server is read-only: point Database:ConnectionString at the primary server.",
        PostgresErrorCodes.TooManyConnections => "The PostgreSQL server has no connection left: raise max_connections or lower Maximum Pool Size.",
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow =>
            "The PostgreSQL server is being restarted: try again in a moment.",
        PostgresErrorCodes.IoError => "The disk of the PostgreSQL server failed: check it, then try again.",
        _ when state.StartsWith("08", StringComparison.Ordinal) => "The connection to the PostgreSQL server broke: try again.",
        _ => null,
    };

    private static string? StateOf(Exception exception) => Causes(exception).OfType<PostgresException>().FirstOrDefault()?.SqlState;

    private static bool IsUnreachable(Exception exception) => Causes(exception).Any(cause =>
        cause is NpgsqlException { InnerException: SocketException or IOException or TimeoutException or null });

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
