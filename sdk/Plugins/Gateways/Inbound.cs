namespace BillingHeadless.Plugins.Gateways;

/// <summary>A message as it came, byte for byte.</summary>
public sealed record InboundMessage
{
    /// <summary>Who brought it.</summary>
    public required InboundKind Kind { get; init; }

    /// <summary><c>GET</c> or <c>POST</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Query parameters in their order, decoded.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Query { get; init; }

    /// <summary>Headers in their order; compare names without regard to case.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>The raw body; may be empty.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The first header of this name, or null.</summary>
    public string? Header(string name)
    {
        foreach (var (key, value) in Headers)
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }
}

/// <summary>Who brought the message.</summary>
public enum InboundKind
{
    /// <summary>The provider's server.</summary>
    Callback,

    /// <summary>The buyer's browser: never a proof by itself unless it is signed.</summary>
    BrowserReturn,
}

/// <summary>What a message proves and what is answered to it.</summary>
/// <param name="Authentic">Whether it is genuine. If not, <paramref name="Facts"/> must be empty.</param>
/// <param name="Facts">What it says; empty for events that do not concern payments.</param>
/// <param name="Reply">What the provider wants to read.</param>
public sealed record Inbound(bool Authentic, IReadOnlyList<PaymentFact> Facts, InboundReply Reply)
{
    /// <summary>Not genuine: 401, no facts.</summary>
    public static Inbound Refused { get; } = new(false, [], new InboundReply(401));
}

/// <summary>One thing that a message says about one operation.</summary>
/// <param name="EventId">The provider's name of the event: the same when it is sent again.</param>
/// <param name="Kind">Payment or refund.</param>
/// <param name="MerchantReference">Our reference of that operation.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record PaymentFact(string EventId, OperationKind Kind, string MerchantReference, GatewayOutcome Outcome);

/// <summary>The HTTP answer for the provider.</summary>
/// <param name="Status">The HTTP status; 2xx tells the provider that it need not send the message again.</param>
/// <param name="Body">The text that the provider wants to read.</param>
/// <param name="ContentType">The media type of the text.</param>
public sealed record InboundReply(int Status, string Body = "", string ContentType = "text/plain");
