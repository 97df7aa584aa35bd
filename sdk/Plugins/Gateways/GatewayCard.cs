namespace BillingHeadless.Plugins.Gateways;

/// <summary>What a gateway declares of itself. The host offers nothing that is not on this card.</summary>
public sealed record GatewayCard
{
    /// <summary>The name a buyer reads, by language code (<c>uk</c>, <c>en</c>, <c>ru</c>, <c>kk</c>); <c>en</c> is required.</summary>
    public required IReadOnlyDictionary<string, string> Titles { get; init; }

    /// <summary>Currencies with their limits; empty means any currency and any amount.</summary>
    public IReadOnlyList<CurrencyLimit> Currencies { get; init; } = [];

    /// <summary>How money goes back.</summary>
    public RefundSupport Refunds { get; init; } = RefundSupport.None;

    /// <summary>Wallets that the provider's page offers.</summary>
    public IReadOnlyList<Wallet> Wallets { get; init; } = [];

    /// <summary>How the provider tells refunds of one payment apart.</summary>
    public RefundTracking RefundTracking { get; init; } = RefundTracking.ByReference;

    /// <summary>Whether the provider can keep a payment method for later charges.</summary>
    public bool SavedMethods { get; init; }

    /// <summary>Whether the provider can be told to forget a kept method.</summary>
    public bool ForgetsMethods { get; init; }

    /// <summary>Whether the provider makes fiscal receipts of <see cref="StartPayment.Lines"/> when the merchant's settings ask for it.</summary>
    public bool Receipts { get; init; }

    /// <summary>Whether <see cref="IPaymentGateway.QueryAsync"/> finds an operation by our reference. Without it a person decides.</summary>
    public bool StatusQuery { get; init; }

    /// <summary>How long after a call an answer "not found" can still turn out wrong at the provider.</summary>
    public TimeSpan SettlingDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>True when the gateway moves no real money and refuses live merchants.</summary>
    public bool TestModeOnly { get; init; }

    /// <summary>What a merchant reference may look like.</summary>
    public ReferenceRule Reference { get; init; } = new();

    /// <summary>
    /// Origins of the pages that a buyer is sent to, for example <c>https://pay.example</c>, or <c>$setting:baseUrl</c>
    /// for the origin of a setting. Our pages allow forms to lead there and nowhere else.
    /// </summary>
    public IReadOnlyList<string> PageHosts { get; init; } = [];
}

/// <summary>Limits of one payment in one currency, both ends included.</summary>
/// <param name="Currency">The currency that it takes.</param>
/// <param name="MinimumMinor">The least payment, in minor units.</param>
/// <param name="MaximumMinor">The largest payment, in minor units; null when there is no such limit.</param>
public sealed record CurrencyLimit(Currency Currency, long MinimumMinor = 1, long? MaximumMinor = null);

/// <summary>What the provider can give back of a payment.</summary>
public enum RefundSupport
{
    /// <summary>Nothing: a person returns the money by another way.</summary>
    None,

    /// <summary>The whole payment only.</summary>
    Whole,

    /// <summary>Any part, several times, up to the payment.</summary>
    Partial,
}

/// <summary>How a refund whose answer was lost is found again, and whether sending it twice is harmless.</summary>
public enum RefundTracking
{
    /// <summary>By our reference or key: the same key is one refund, and a query finds it.</summary>
    ByReference,

    /// <summary>
    /// Only by how much has gone back of the payment. The plugin compares the provider's total with <see cref="RefundPayment.AlreadyReturned"/>;
    /// while another refund is undecided it says <see cref="Unknown"/>.
    /// </summary>
    ByTotal,

    /// <summary>Only by the number that the answer brings: when it is lost, a person must look, and the host never sends it again.</summary>
    ByAnswer,
}

/// <summary>A wallet on a phone or in a browser.</summary>
public enum Wallet
{
    /// <summary>Apple Pay.</summary>
    ApplePay,

    /// <summary>Google Pay.</summary>
    GooglePay,

    /// <summary>Samsung Pay.</summary>
    SamsungPay,
}

/// <summary>The form of our reference that the provider accepts.</summary>
/// <param name="MaximumLength">Characters.</param>
/// <param name="DigitsOnly">True when only decimal digits are allowed: the host then mints a number from 1 to 2147483647.</param>
public sealed record ReferenceRule(int MaximumLength = 64, bool DigitsOnly = false);
