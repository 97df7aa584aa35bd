using System.Text.Json;
using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Plugins.Sandbox;

/// <summary>What came of a request to the provider: a closed family.</summary>
internal abstract record ProviderReply
{
    private protected ProviderReply()
    {
    }
}

/// <summary>The provider has answered, whole.</summary>
internal sealed record Answered(int Status, ReadOnlyMemory<byte> Body, TimeSpan? RetryAfter) : ProviderReply
{
    private readonly Lazy<ProblemAnswer?> problem = new(() => Status >= 400 ? Wire.Read(Body, WireJson.Default.ProblemAnswer) : null);

    public bool IsSuccess => Status is 200 or 201;

    /// <summary>The provider's permanent code of a refusal; null when the answer is not one of its refusals.</summary>
    public string? Code => problem.Value?.Code;

    public string Detail => problem.Value?.Detail ?? $"The provider answered {Status}.";
}

/// <summary>Not one byte of the request was sent.</summary>
internal sealed record NothingSent(NotSentKind Kind, string Detail) : ProviderReply;

/// <summary>It was sent, wholly or in part, and no whole answer came.</summary>
internal sealed record NobodyKnows(UnknownKind Kind) : ProviderReply;
