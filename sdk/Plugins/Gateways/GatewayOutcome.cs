namespace BillingHeadless.Plugins.Gateways;

/// <summary>
/// What became of an operation: a closed family. When unsure between two, choose the one that claims less:
/// <see cref="Unknown"/> is never wrong, it is only slower.
/// </summary>
public abstract record GatewayOutcome
{
    /// <summary>The longest <see cref="ProviderState"/> that the host keeps, in characters.</summary>
    public const int MaximumStateLength = 4096;

    private protected GatewayOutcome()
    {
    }

    /// <summary>The provider's reference, as soon as it is known; the host keeps it.</summary>
    public string? ProviderReference { get; init; }

    /// <summary>Anything the plugin needs next time; the host keeps it and gives it back in <see cref="OperationKey"/>.</summary>
    public string? ProviderState { get; init; }
}

/// <summary>The money has moved.</summary>
/// <param name="Amount">What moved, by the provider's word: the host compares it with what it asked for.</param>
public sealed record Succeeded(Money Amount) : GatewayOutcome
{
    /// <summary>What paid, when the provider tells.</summary>
    public PaidWith? PaidWith { get; init; }
}

/// <summary>The provider is still at work.</summary>
/// <param name="AskAgainIn">When it is worth asking; the host may ask at another time.</param>
public sealed record Pending(TimeSpan AskAgainIn) : GatewayOutcome;

/// <summary>The buyer must do something first.</summary>
public sealed record ActionNeeded(BuyerAction Action) : GatewayOutcome;

/// <summary>The provider said no, finally: no money moved by this operation and none will.</summary>
/// <param name="Kind">Why, in words that every gateway shares.</param>
/// <param name="RetryMayHelp">Whether the same buyer may succeed with a new attempt and the same method.</param>
public sealed record Declined(DeclineKind Kind, bool RetryMayHelp) : GatewayOutcome
{
    /// <summary>The provider's own code, for the merchant's eyes.</summary>
    public string? ProviderCode { get; init; }
}

/// <summary>It is proven that the provider did nothing: the operation may be sent again.</summary>
public sealed record NotSent(NotSentKind Kind) : GatewayOutcome
{
    /// <summary>How long to wait, when the provider says so.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What to mend, for the merchant's eyes.</summary>
    public string? Detail { get; init; }
}

/// <summary>Nobody knows: the host must ask, and never repeats blindly.</summary>
public sealed record Unknown(UnknownKind Kind) : GatewayOutcome;

/// <summary>Only from a query: the provider does not know the operation.</summary>
public sealed record NotFound : GatewayOutcome;

/// <summary>The gateway does not do such a thing.</summary>
/// <param name="Capability">What was asked for, in a word.</param>
public sealed record Unsupported(string Capability) : GatewayOutcome;

/// <summary>What the buyer must do. The host shows it on its own page; a redirect is followed at once.</summary>
public abstract record BuyerAction
{
    private protected BuyerAction()
    {
    }
}

/// <summary>Open this page.</summary>
public sealed record Redirect(Uri Url) : BuyerAction;

/// <summary>Send this form to the provider with the buyer's browser.</summary>
public sealed record PostForm(Uri Url, IReadOnlyDictionary<string, string> Fields) : BuyerAction;

/// <summary>Scan this code: the text that the code holds.</summary>
public sealed record ScanQrCode(string Content) : BuyerAction;

/// <summary>Read and do, for example a bank transfer: lines of plain text.</summary>
public sealed record FollowInstructions(IReadOnlyList<string> Lines) : BuyerAction;

/// <summary>Which method paid.</summary>
/// <param name="Mask">The last four digits at most, for example <c>4242</c>.</param>
/// <param name="Brand">For example <c>visa</c>.</param>
/// <param name="Wallet">The wallet, when one was used.</param>
public sealed record PaidWith(string? Mask, string? Brand, Wallet? Wallet);

/// <summary>Why a provider says no.</summary>
public enum DeclineKind
{
    Other,
    InsufficientFunds,
    CardRefused,
    CardExpired,
    AuthenticationFailed,
    SuspectedFraud,
    LimitExceeded,
    CancelledByBuyer,
    Expired,
}

/// <summary>Why nothing was sent.</summary>
public enum NotSentKind
{
    InvalidRequest,
    ConnectFailed,
    RateLimited,
    Cancelled,
    NotConfigured,
}

/// <summary>Why nobody knows.</summary>
public enum UnknownKind
{
    Timeout,
    ConnectionLost,
    ProviderFailed,
    UnparsableReply,
    PluginFailed,
}
