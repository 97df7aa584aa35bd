namespace BillingHeadless.Server.Hosted;

/// <summary>What a browser may do with a page (Content-Security-Policy): our stylesheet, our forms, nothing inline.</summary>
public sealed record ContentPolicy
{
    public static readonly ContentPolicy Strict = new();

    /// <summary>Origins beside ours that a form may lead to, also by a redirect (ruling 25).</summary>
    public IReadOnlyCollection<string> FormOrigins { get; init; } = [];

    /// <summary>Who may show the page in a frame; nobody when it is empty.</summary>
    public IReadOnlyCollection<string> FrameAncestors { get; init; } = [];

    /// <summary>Whether a script file of ours may run.</summary>
    public bool OwnScript { get; init; }

    public override string ToString() => string.Join(
        "; ",
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self' data:",
        OwnScript ? "script-src 'self'" : "script-src 'none'",
        $"form-action {string.Join(' ', ["'self'", .. FormOrigins])}",
        $"frame-ancestors {(FrameAncestors.Count == 0 ? "'none'" : string.Join(' ', FrameAncestors))}",
        "base-uri 'none'");
}
