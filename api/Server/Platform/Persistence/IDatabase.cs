using BillingHeadless.Server.Platform.Start;

namespace BillingHeadless.Server.Platform.Persistence;

/// <summary>One of the two databases.</summary>
public interface IDatabase : IAsyncDisposable
{
    IWriter Writer { get; }

    /// <summary>Makes the schema, or brings an older one up to this version.</summary>
    /// <exception cref="CannotStartException">With the sentence to show.</exception>
    Task Start(CancellationToken cancel);

    /// <summary>What a statement adds to pass over rows that another node is taking; empty where there is one writer.</summary>
    string PassOverLocked { get; }

    /// <summary>Whether several nodes can use it.</summary>
    bool IsShared { get; }

    /// <summary>A context for reading only.</summary>
    BillingDb RentReader();

    /// <summary>Lets all queries of a reading context see one and the same state.</summary>
    Task BeginSnapshot(BillingDb db, CancellationToken cancel);

    /// <summary>The sentence for a failure of the database itself, or null for any other failure.</summary>
    DatabaseUnavailableException? Explain(Exception exception);
}
