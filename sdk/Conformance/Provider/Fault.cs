namespace BillingHeadless.Conformance.Provider;

/// <summary>What goes wrong on the way, on purpose.</summary>
public enum Fault
{
    None,

    /// <summary>The request arrives, nothing is done, the connection breaks.</summary>
    BreakBeforeWork,

    /// <summary>All is done, and the connection breaks before the answer.</summary>
    BreakAfterWork,

    /// <summary>All is done, and no answer ever comes.</summary>
    Silence,

    /// <summary>All is done, and a server error is answered.</summary>
    Status500,

    /// <summary>All is done, and a broken gateway in between answers.</summary>
    Status502,

    /// <summary>All is done, and a gateway in between has waited too long.</summary>
    Status504,

    /// <summary>All is done, and the answer ends in its middle.</summary>
    CutAnswer,

    /// <summary>All is done, and the answer is a page for people.</summary>
    Page,

    /// <summary>Nothing is done: too many requests, come back later.</summary>
    TooMany,
}
