namespace BillingHeadless.Plugins.Gateways;

/// <summary>Names one operation for all its life. The host mints and stores it before the first call.</summary>
public sealed record OperationKey
{
    /// <summary>Sent to the provider wherever it takes an idempotency key.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>Our reference at the provider, in the form of <see cref="GatewayCard.Reference"/>; unique for the merchant.</summary>
    public required string MerchantReference { get; init; }

    /// <summary>The provider's own reference, once an outcome has told it.</summary>
    public string? ProviderReference { get; init; }

    /// <summary>What the plugin asked the host to keep for this operation, up to <see cref="GatewayOutcome.MaximumStateLength"/> characters.</summary>
    public string? ProviderState { get; init; }
}

/// <summary>Something to be done at the provider. New commands may come with new contract versions.</summary>
public abstract record GatewayCommand
{
    private protected GatewayCommand()
    {
    }

    /// <summary>The operation that this command carries out.</summary>
    public required OperationKey Key { get; init; }
}

/// <summary>Begins a payment that is captured at once, with the buyer present.</summary>
public sealed record StartPayment : GatewayCommand
{
    /// <summary>What the buyer pays, surcharge included.</summary>
    public required Money Amount { get; init; }

    /// <summary>One line for the provider's page and the statement, in the buyer's language.</summary>
    public required string Description { get; init; }

    /// <summary>Where the provider's page sends the buyer afterwards.</summary>
    public required Uri ReturnUrl { get; init; }

    /// <summary>Where the provider sends its callbacks.</summary>
    public required Uri CallbackUrl { get; init; }

    /// <summary>The buyer's e-mail, when it is known.</summary>
    public string? BuyerEmail { get; init; }

    /// <summary>Language code of the provider's page: <c>uk</c>, <c>en</c>, <c>ru</c> or <c>kk</c>.</summary>
    public required string Language { get; init; }
}

/// <summary>Returns money of a payment that succeeded, to the method that paid.</summary>
public sealed record RefundPayment : GatewayCommand
{
    /// <summary>The payment whose money goes back.</summary>
    public required OperationKey Payment { get; init; }

    /// <summary>What the payment was, all in all.</summary>
    public required Money PaymentAmount { get; init; }

    /// <summary>What goes back now.</summary>
    public required Money Amount { get; init; }

    /// <summary>Why, in the merchant's words.</summary>
    public required string Reason { get; init; }
}

/// <summary>What <see cref="IPaymentGateway.QueryAsync"/> asks for.</summary>
public sealed record GatewayQuery
{
    /// <summary>The operation in question.</summary>
    public required OperationKey Key { get; init; }

    /// <summary>What kind of operation it was.</summary>
    public required OperationKind Kind { get; init; }

    /// <summary>For a refund: the payment that it belongs to.</summary>
    public OperationKey? Payment { get; init; }
}

/// <summary>Kinds of operations at a provider.</summary>
public enum OperationKind
{
    /// <summary>Money of a buyer for the merchant.</summary>
    Payment,

    /// <summary>Money of a payment back to its buyer.</summary>
    Refund,
}
