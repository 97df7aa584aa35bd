using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Plugins.Toolkit;

/// <summary>What came of a request to a provider: a closed family.</summary>
public abstract record ProviderReply
{
    private protected ProviderReply()
    {
    }
}

/// <summary>The provider has answered, whole.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body as it came.</param>
/// <param name="RetryAfter">How long to wait, when the provider says so.</param>
public sealed record Answered(int Status, ReadOnlyMemory<byte> Body, TimeSpan? RetryAfter) : ProviderReply
{
    /// <summary>Whether the status is 2xx.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;
}

/// <summary>Not one byte of the request's body was sent, so the provider did nothing.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Detail">For the merchant's eyes.</param>
public sealed record NothingSent(NotSentKind Kind, string Detail) : ProviderReply;

/// <summary>It was sent, wholly or in part, and no whole answer came.</summary>
/// <param name="Kind">Why nobody knows.</param>
public sealed record NobodyKnows(UnknownKind Kind) : ProviderReply;
