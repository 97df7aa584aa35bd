using Microsoft.Data.Sqlite;

namespace BillingHeadless.Server.Platform.Persistence.Sqlite;

/// <summary>Failures of the file itself, each with a sentence that says what to mend: such a failure takes the whole group of writes back.</summary>
public static class SqliteFailure
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>The sentence for a failure of the file, or null when the exception is about the write alone.</summary>
    public static DatabaseUnavailableException? Explain(Exception exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is SqliteException failure)
            {
                return Mend(failure.SqliteErrorCode) is { } mend ? new DatabaseUnavailableException(mend, exception) : null;
            }
        }

        return null;
    }

    private static string? Mend(int code) => code switch
    {
        Busy or Locked => "The database file is locked by another program: close it, then try again.",
        ReadOnly => "The database file is read-only: give the server's user the right to write the file and its directory.",
        Full => "The disk of the database file is full: free some space, then try again.",
        CannotOpen => "The database file cannot be opened: check the data directory and its rights.",
        Corrupt or NotADatabase => "The database file is damaged: restore it from a backup.",
        InputOutput => "The disk of the database file failed: check it, then try again.",
        _ => null,
    };
}
