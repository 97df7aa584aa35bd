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

    /// <summary>What is bought, for a fiscal receipt: the lines add up to <see cref="Amount"/> exactly. Empty when the host does not know.</summary>
    public IReadOnlyList<PaymentLine> Lines { get; init; } = [];

    /// <summary>Ask the provider to keep the method for <see cref="ChargeSavedMethod"/>. Only with <see cref="GatewayCard.SavedMethods"/>.</summary>
    public bool SaveMethod { get; init; }

    /// <summary>The buyer's permanent name at the provider, without personal data. Always there when a method is to be kept.</summary>
    public string? CustomerReference { get; init; }
}

/// <summary>Charges a method that was kept before, with no buyer present.</summary>
public sealed record ChargeSavedMethod : GatewayCommand
{
    /// <summary><see cref="SavedMethod.Token"/> of the payment that kept it.</summary>
    public required string Token { get; init; }

    /// <summary>As in the payment that kept it.</summary>
    public required string CustomerReference { get; init; }

    /// <summary>What is charged, surcharge included.</summary>
    public required Money Amount { get; init; }

    /// <summary>One line for the statement, in the buyer's language.</summary>
    public required string Description { get; init; }

    /// <summary>Where the provider sends its callbacks.</summary>
    public required Uri CallbackUrl { get; init; }

    /// <summary>The buyer's e-mail, when it is known.</summary>
    public string? BuyerEmail { get; init; }

    /// <summary>As in <see cref="StartPayment.Lines"/>.</summary>
    public IReadOnlyList<PaymentLine> Lines { get; init; } = [];
}

/// <summary>
/// Makes the provider forget a kept method; answered with <see cref="MethodForgotten"/>. Only with
/// <see cref="GatewayCard.ForgetsMethods"/>; elsewhere the host just never uses the token again.
/// </summary>
public sealed record ForgetMethod : GatewayCommand
{
    /// <summary><see cref="SavedMethod.Token"/> of the payment that kept it.</summary>
    public required string Token { get; init; }

    /// <summary>As in the payment that kept it.</summary>
    public required string CustomerReference { get; init; }
}

/// <summary>One thing that is bought or given back.</summary>
/// <param name="Name">As printed on the receipt.</param>
/// <param name="Quantity">Pieces, at least one.</param>
/// <param name="Gross">What all pieces cost together, tax included.</param>
/// <param name="TaxCategory">UNCL5305 code, for example <c>S</c>, <c>Z</c>, <c>E</c>, <c>O</c>.</param>
/// <param name="TaxRateBasisPoints">2000 is 20 %.</param>
public sealed record PaymentLine(string Name, int Quantity, Money Gross, string TaxCategory, int TaxRateBasisPoints);

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

    /// <summary>
    /// What other refunds of this payment have returned through the provider; null while one of them is undecided. Providers that know
    /// refunds only by their total (<see cref="RefundTracking.ByTotal"/>) are told apart by it.
    /// </summary>
    public Money? AlreadyReturned { get; init; }

    /// <summary>What is given back, for the fiscal receipt: the lines add up to <see cref="Amount"/> exactly.</summary>
    public IReadOnlyList<PaymentLine> Lines { get; init; } = [];

    /// <summary>The buyer's e-mail, when it is known.</summary>
    public string? BuyerEmail { get; init; }
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

    /// <summary>
    /// When the operation was sent first, so that a provider's list can be searched from there. Null when that is not known: then the plugin
    /// looks back as far as it thinks right.
    /// </summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The amount of the operation.</summary>
    public Money? Amount { get; init; }

    /// <summary>For a refund: as in <see cref="RefundPayment.AlreadyReturned"/>, as it stands now.</summary>
    public Money? AlreadyReturned { get; init; }
}

/// <summary>Kinds of operations at a provider.</summary>
public enum OperationKind
{
    /// <summary>Money of a buyer for the merchant.</summary>
    Payment,

    /// <summary>Money of a payment back to its buyer.</summary>
    Refund,
}
