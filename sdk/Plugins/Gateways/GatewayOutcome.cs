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

    /// <summary>The method that was kept, when that was asked for and the provider did it.</summary>
    public SavedMethod? SavedMethod { get; init; }
}

/// <summary>The provider has forgotten the method, or never knew it.</summary>
public sealed record MethodForgotten : GatewayOutcome;

/// <summary>The provider is still at work.</summary>
/// <param name="AskAgainIn">When it is worth asking; the host may ask at another time.</param>
public sealed record Pending(TimeSpan AskAgainIn) : GatewayOutcome;

/// <summary>The buyer must do something first.</summary>
/// <param name="Action">What to do.</param>
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
/// <param name="Kind">What kept it from being sent.</param>
public sealed record NotSent(NotSentKind Kind) : GatewayOutcome
{
    /// <summary>How long to wait, when the provider says so.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What to mend, for the merchant's eyes.</summary>
    public string? Detail { get; init; }
}

/// <summary>Nobody knows: the host must ask, and never repeats blindly.</summary>
/// <param name="Kind">Why nobody does.</param>
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
/// <param name="Url">An absolute address at one of <see cref="GatewayCard.PageHosts"/>.</param>
public sealed record Redirect(Uri Url) : BuyerAction;

/// <summary>Send this form to the provider with the buyer's browser.</summary>
/// <param name="Url">An absolute address at one of <see cref="GatewayCard.PageHosts"/>.</param>
/// <param name="Fields">Name to value of every field, all of them hidden.</param>
public sealed record PostForm(Uri Url, IReadOnlyDictionary<string, string> Fields) : BuyerAction;

/// <summary>Scan this code.</summary>
/// <param name="Content">The text that the code holds; the host draws the code.</param>
public sealed record ScanQrCode(string Content) : BuyerAction;

/// <summary>Read and do, for example a bank transfer.</summary>
/// <param name="Lines">Plain text in the buyer's language.</param>
public sealed record FollowInstructions(IReadOnlyList<string> Lines) : BuyerAction
{
    /// <summary>The same for a banking app, when it is a transfer; the host draws the code that the country's apps read.</summary>
    public TransferDetails? Transfer { get; init; }
}

/// <summary>Where a bank transfer goes.</summary>
/// <param name="Recipient">The payee's name.</param>
/// <param name="Account">The payee's account, without spaces.</param>
/// <param name="Purpose">What the payer writes, our reference in it.</param>
public sealed record TransferDetails(string Recipient, string Account, string Purpose)
{
    /// <summary>The payee's number: ЄДРПОУ or РНОКПП in Ukraine, ИНН in Russia.</summary>
    public string? Code { get; init; }

    /// <summary>The name of the payee's bank.</summary>
    public string? Bank { get; init; }

    /// <summary>The number of the payee's bank: a SWIFT code, or nine digits in Russia.</summary>
    public string? Bic { get; init; }

    /// <summary>The account of the payee's bank at the central bank, in Russia.</summary>
    public string? CorrespondentAccount { get; init; }

    /// <summary>The payee's КПП, in Russia.</summary>
    public string? Kpp { get; init; }
}

/// <summary>Which method paid.</summary>
/// <param name="Mask">The last four digits at most, for example <c>4242</c>.</param>
/// <param name="Brand">For example <c>visa</c>.</param>
/// <param name="Wallet">The wallet, when one was used.</param>
public sealed record PaidWith(string? Mask, string? Brand, Wallet? Wallet);

/// <summary>A payment method that the provider keeps.</summary>
/// <param name="Token">Whatever names it in <see cref="ChargeSavedMethod"/>, up to <see cref="MaximumTokenLength"/> characters; never a card number.</param>
/// <param name="Mask">The last four digits at most.</param>
/// <param name="Brand">For example <c>visa</c>.</param>
public sealed record SavedMethod(string Token, string? Mask, string? Brand)
{
    /// <summary>The longest token that the host keeps.</summary>
    public const int MaximumTokenLength = 512;
}

/// <summary>Why a provider says no.</summary>
public enum DeclineKind
{
    /// <summary>None of the others, or the provider does not say.</summary>
    Other,

    /// <summary>There is too little money on the card or account.</summary>
    InsufficientFunds,

    /// <summary>The bank refuses this card: it is blocked, unknown or not allowed for such payments.</summary>
    CardRefused,

    /// <summary>The card is past its date.</summary>
    CardExpired,

    /// <summary>The buyer did not prove to be the card's owner, for example in 3-D Secure.</summary>
    AuthenticationFailed,

    /// <summary>The bank or the provider suspects fraud.</summary>
    SuspectedFraud,

    /// <summary>A limit of the card or account stands in the way, by sum or by number.</summary>
    LimitExceeded,

    /// <summary>The buyer gave up on the provider's page.</summary>
    CancelledByBuyer,

    /// <summary>The buyer did not come back in time, and the provider has closed the payment.</summary>
    Expired,
}

/// <summary>Why nothing was sent.</summary>
public enum NotSentKind
{
    /// <summary>The provider refused the request as wrong before it did anything: a fault of the plugin or of the data.</summary>
    InvalidRequest,

    /// <summary>No connection was made, so that not a byte of the request has left.</summary>
    ConnectFailed,

    /// <summary>The provider takes no more requests for now.</summary>
    RateLimited,

    /// <summary>The call was given up before it was sent.</summary>
    Cancelled,

    /// <summary>The merchant's settings do not suffice, or the provider does not take them.</summary>
    NotConfigured,
}

/// <summary>Why nobody knows.</summary>
public enum UnknownKind
{
    /// <summary>No answer in time, though the request may have arrived.</summary>
    Timeout,

    /// <summary>The connection broke after something was sent.</summary>
    ConnectionLost,

    /// <summary>The provider answered with a fault of its own.</summary>
    ProviderFailed,

    /// <summary>The answer makes no sense.</summary>
    UnparsableReply,

    /// <summary>The plugin threw an exception; the host fills this in.</summary>
    PluginFailed,
}
