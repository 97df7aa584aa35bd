namespace BillingHeadless.Tests.Simulation.Troubles;

/// <summary>What can go wrong at the commits and the outgoing calls of one step.</summary>
internal enum Trouble
{
    /// <summary>The process dies, and what it was about to commit is gone.</summary>
    DeathBeforeCommit,

    /// <summary>The process dies before anybody hears of what it has committed.</summary>
    DeathAfterCommit,

    /// <summary>The process dies before its request leaves.</summary>
    DeathBeforeRequest,

    /// <summary>The process dies with the answer in its hands.</summary>
    DeathAfterAnswer,

    /// <summary>No connection to the provider: nothing has left.</summary>
    RequestLost,

    /// <summary>The provider has done what it was asked, and the connection breaks.</summary>
    AnswerLost,
}
