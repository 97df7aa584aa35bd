using BillingHeadless.Conformance.Provider;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Conformance;

/// <summary>
/// What the kit must know about one provider beyond the contract: how its buyer pays, how its messages are spoilt, where a key stands on
/// its wire. Everything else is the same for every gateway. The kit makes one for each assertion, by a constructor without parameters or
/// by a function.
/// </summary>
public abstract class GatewayAdapter : IAsyncDisposable
{
    /// <summary>The plugin's id.</summary>
    public abstract string PluginId { get; }

    /// <summary>The provider: it speaks the real protocol, with code that it does not share with the plugin.</summary>
    public abstract ProviderStub Stub { get; }

    /// <summary>Settings with which everything works.</summary>
    public abstract IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>The setting that leads to the provider; a closed port is put there.</summary>
    public abstract IReadOnlyList<string> AddressSettings { get; }

    /// <summary>Each wrong value with its setting, which is also the one to be blamed.</summary>
    public abstract IReadOnlyList<(string Setting, string Value)> WrongCredentials { get; }

    /// <summary>Secret texts that must be in nothing that the plugin says.</summary>
    public abstract IReadOnlyList<string> Canaries { get; }

    /// <summary>An ordinary amount.</summary>
    public abstract Money Price { get; }

    /// <summary>Amounts in currencies with other digits, as far as the provider takes them.</summary>
    public virtual IReadOnlyList<Money> OddAmounts => [];

    /// <summary>Whether the buyer's bank saying no ends the payment, and does not lead to another try on the same page.</summary>
    public virtual bool RefusalEnds => true;

    /// <summary>Whether the provider tells a lack of money apart from other refusals.</summary>
    public virtual bool TellsLackOfMoney => true;

    /// <summary>Whether the provider tells which wallet paid.</summary>
    public virtual bool TellsWallet => false;

    /// <summary>Whether refunds can take their time.</summary>
    public virtual bool CanSlowRefunds => false;

    /// <summary>Whether beginning a payment is a request to the provider, and not only a form that we sign.</summary>
    public virtual bool StartsOverTheWire => true;

    /// <summary>Whether the form in which the buyer pays can be sent twice by a host that starts again: then it is one payment all the same.</summary>
    public virtual bool HasIdempotencyKeys => true;

    /// <summary>What of the key is on the wire, at the place that the provider documents; null when it is not there.</summary>
    public abstract string? KeyOnTheWire(StubRequest request);

    /// <summary>The value that must stand there.</summary>
    public virtual string ExpectedKey(OperationKey key) => key.IdempotencyKey;

    /// <summary>The buyer follows the action with a browser, and pays or does not.</summary>
    public async Task BuyAsync(BuyerAction action, OperationKey key, Buying buying)
    {
        await OpenAsync(action);
        await Stub.ChangeAsync(() => Decide(key.MerchantReference, buying));
    }

    /// <summary>What the provider's page does when the buyer has decided.</summary>
    public abstract void Decide(string reference, Buying buying);

    /// <summary>Messages that are like the genuine one but for something that makes them false.</summary>
    public abstract IEnumerable<InboundMessage> Spoilt(InboundMessage genuine);

    /// <summary>
    /// A message in the provider's form that says a payment has been paid on which nobody has paid yet, made without the provider's secrets;
    /// null when messages are signed, so that nobody can make one.
    /// </summary>
    /// <param name="begun">What the provider has answered to its start.</param>
    /// <param name="command">The payment.</param>
    public virtual InboundMessage? Lie(GatewayOutcome begun, StartPayment command) => null;

    /// <summary>Whether the provider signs by a key that it changes now and then.</summary>
    public virtual bool ChangesKeys => false;

    /// <summary>Signs with another key from now on.</summary>
    public virtual void ChangeKey()
    {
    }

    /// <summary>Whether the provider sends messages that concern no payment.</summary>
    public virtual bool UnknownEvents => false;

    /// <summary>A genuine message of a kind that concerns no payment; null when the provider has none.</summary>
    public virtual InboundMessage? UnknownEvent() => null;

    /// <summary>The reply that the provider expects to a message that was taken.</summary>
    public virtual InboundReply ExpectedReply(InboundMessage message) => new(200);

    /// <summary>The amount in the units of the provider's book.</summary>
    public virtual long BookedMinor(Money amount) => amount.Minor;

    /// <summary>Makes refunds take their time from now on.</summary>
    public virtual void SlowRefunds()
    {
    }

    /// <summary>Lets a refund that takes its time end.</summary>
    public virtual void EndRefunds()
    {
    }

    /// <summary>
    /// Assertions that are known to fail, by their number, with a note that says why: they fail all the same, and the report has the note.
    /// </summary>
    public virtual IReadOnlyDictionary<string, string> KnownDeviations => new Dictionary<string, string>();

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Stub.DisposeAsync();
    }

    private static async Task OpenAsync(BuyerAction action)
    {
        using var browser = new HttpClient();
        using var page = action switch
        {
            Redirect redirect => await browser.GetAsync(redirect.Url),
            PostForm form => await browser.PostAsync(form.Url, new FormUrlEncodedContent(form.Fields)),
            _ => throw new InvalidOperationException($"No browser can follow {action}."),
        };
        page.EnsureSuccessStatusCode();
    }
}

/// <summary>What the buyer does.</summary>
public enum Buying
{
    /// <summary>Pays with a card.</summary>
    Pays,

    /// <summary>Pays with Google Pay.</summary>
    PaysWithGooglePay,

    /// <summary>The bank says no, and will say no again.</summary>
    IsRefusedForGood,

    /// <summary>There is too little money on the card.</summary>
    LacksMoney,

    /// <summary>Never comes, or leaves the page open.</summary>
    LetsItExpire,
}
