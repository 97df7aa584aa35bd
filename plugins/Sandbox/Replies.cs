using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Plugins.Sandbox;

/// <summary>Turns what came of a request into what the contract calls it. Where two would fit, the one that claims less.</summary>
internal static class Replies
{
    private const string AccountUnknown = "account_unknown";

    /// <param name="reply">What came of a command's request.</param>
    /// <param name="read">The outcome that a good answer says, or null when it makes no sense.</param>
    public static GatewayOutcome ToCommand(ProviderReply reply, Func<ReadOnlyMemory<byte>, GatewayOutcome?> read) => reply switch
    {
        NothingSent nothing => new NotSent(nothing.Kind) { Detail = nothing.Detail },
        NobodyKnows unknown => new Unknown(unknown.Kind),
        Answered { IsSuccess: true } answer => read(answer.Body) ?? new Unknown(UnknownKind.UnparsableReply),
        Answered { Status: 429 } busy => new NotSent(NotSentKind.RateLimited) { RetryAfter = busy.RetryAfter, Detail = busy.Detail },
        Answered { Status: 401 or 403 } refused => new NotSent(NotSentKind.NotConfigured) { Detail = refused.Detail },
        Answered { Status: 408 or >= 500 } => new Unknown(UnknownKind.ProviderFailed),
        Answered { Status: >= 400 } refused => new NotSent(NotSentKind.InvalidRequest) { Detail = refused.Detail },
        _ => new Unknown(UnknownKind.UnparsableReply),
    };

    /// <summary>
    /// The same for a query, which never proves that nothing was sent. "Not found" counts only in the provider's own words: a 404 can also
    /// come from a wrong address. A key without an account has no operations.
    /// </summary>
    public static GatewayOutcome ToQuery(ProviderReply reply, string notFoundCode, Func<ReadOnlyMemory<byte>, GatewayOutcome?> read) => reply switch
    {
        NobodyKnows unknown => new Unknown(unknown.Kind),
        Answered { IsSuccess: true } answer => read(answer.Body) ?? new Unknown(UnknownKind.UnparsableReply),
        Answered { Code: { } code } when code == notFoundCode || code == AccountUnknown => new NotFound(),
        Answered { Status: 408 or 429 or >= 500 } => new Unknown(UnknownKind.ProviderFailed),
        Answered => new Unknown(UnknownKind.UnparsableReply),
        _ => new Unknown(UnknownKind.ConnectionLost),
    };
}
