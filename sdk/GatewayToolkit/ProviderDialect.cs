using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Plugins.Toolkit;

/// <summary>
/// Turns what came of a request into what the contract calls it. Where two would fit, the one that claims less. A provider's own words are
/// what it overrides.
/// </summary>
public abstract class ProviderDialect
{
    /// <summary>What the provider says about a refusal, for the merchant's eyes; null when it says nothing that can be read.</summary>
    protected virtual string? DetailOf(Answered answer) => null;

    /// <summary>The outcome that a refusal of a command means when it is not the usual one; null when it is.</summary>
    protected virtual GatewayOutcome? RefusalOf(Answered answer) => null;

    /// <summary>Whether a query's answer says in the provider's own words that there is no such thing: a bare 404 can also be a wrong address.</summary>
    protected virtual bool SaysNotFound(Answered answer) => false;

    /// <param name="reply">What came of a command's request.</param>
    /// <param name="read">The outcome that a good answer says, or null when it makes no sense.</param>
    public GatewayOutcome ToCommand(ProviderReply reply, Func<ReadOnlyMemory<byte>, GatewayOutcome?> read) => reply switch
    {
        NothingSent nothing => new NotSent(nothing.Kind) { Detail = nothing.Detail },
        NobodyKnows unknown => new Unknown(unknown.Kind),
        Answered { IsSuccess: true } answer => read(answer.Body) ?? new Unknown(UnknownKind.UnparsableReply),
        Answered answer => RefusalOf(answer) ?? UsualRefusal(answer),
        _ => new Unknown(UnknownKind.UnparsableReply),
    };

    /// <summary>The same for a query, which never proves that nothing was sent.</summary>
    public GatewayOutcome ToQuery(ProviderReply reply, Func<ReadOnlyMemory<byte>, GatewayOutcome?> read) => reply switch
    {
        NobodyKnows unknown => new Unknown(unknown.Kind),
        Answered { IsSuccess: true } answer => read(answer.Body) ?? new Unknown(UnknownKind.UnparsableReply),
        Answered answer when SaysNotFound(answer) => new NotFound(),
        Answered { Status: 408 or 429 or >= 500 } => new Unknown(UnknownKind.ProviderFailed),
        Answered => new Unknown(UnknownKind.UnparsableReply),
        _ => new Unknown(UnknownKind.ConnectionLost),
    };

    /// <summary>What it means for a command that something had to be asked first and that brought nothing useful: nothing was sent.</summary>
    public NotSent ToNotSent(ProviderReply reply) => reply switch
    {
        NothingSent nothing => new NotSent(nothing.Kind) { Detail = nothing.Detail },
        NobodyKnows => new NotSent(NotSentKind.ConnectFailed) { Detail = "The provider could not be asked first." },
        Answered { IsSuccess: false } answer when UsualRefusal(answer) is NotSent refusal => refusal,
        _ => new NotSent(NotSentKind.ConnectFailed) { Detail = "The provider's answer to the question before could not be read." },
    };

    /// <summary>What a reply says about the credentials that were sent.</summary>
    /// <param name="reply">What came of a harmless request.</param>
    /// <param name="setting">The setting to blame when the provider refuses the credentials.</param>
    public GatewayProbe ToProbe(ProviderReply reply, string setting) => reply switch
    {
        Answered { IsSuccess: true } => GatewayProbe.Usable,
        Answered { Status: 401 or 403 } answer => Probes.NotUsable(setting, Sentence(answer)),
        _ => GatewayProbe.CannotTell,
    };

    private GatewayOutcome UsualRefusal(Answered answer) => answer.Status switch
    {
        429 => new NotSent(NotSentKind.RateLimited) { RetryAfter = answer.RetryAfter, Detail = Sentence(answer) },
        401 or 403 => new NotSent(NotSentKind.NotConfigured) { Detail = Sentence(answer) },
        408 or >= 500 => new Unknown(UnknownKind.ProviderFailed),
        >= 400 => new NotSent(NotSentKind.InvalidRequest) { Detail = Sentence(answer) },
        _ => new Unknown(UnknownKind.UnparsableReply),
    };

    private string Sentence(Answered answer) => DetailOf(answer) ?? $"The provider answered {answer.Status}.";
}
