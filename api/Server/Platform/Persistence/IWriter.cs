using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;

namespace BillingHeadless.Server.Platform.Persistence;

/// <summary>
/// The one way to change the database: decide, change rows, announce, plan, commit. The work gets a fresh context, touches
/// nothing but the database and may run twice; no call to the outside happens inside (ruling 15).
/// </summary>
public interface IWriter
{
    /// <summary>A write that decides about a customer's money.</summary>
    Task<T> Write<T>(Id<Merchant> merchant, Turn turn, Func<BillingDb, CancellationToken, Task<T>> work, CancellationToken cancel);

    /// <summary>A write that decides about nobody's money.</summary>
    Task<T> Write<T>(Id<Merchant> merchant, Func<BillingDb, CancellationToken, Task<T>> work, CancellationToken cancel) =>
        Write(merchant, Turn.Nobodys, work, cancel);
}

/// <summary>
/// The database could not be reached or did not take the write; the message says what to do. Nothing of the write has happened,
/// but for one case: when the way to a server breaks in a commit, only the same request again, under its key, tells.
/// </summary>
public sealed class DatabaseUnavailableException(string mend, Exception? inner = null) : Exception(mend, inner);

/// <summary>Told of every commit; tests kill the process there.</summary>
public interface ICommitObserver
{
    void BeforeCommit();

    void AfterCommit();
}
