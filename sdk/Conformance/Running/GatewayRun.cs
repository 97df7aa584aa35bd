using System.Globalization;
using BillingHeadless.Conformance.Provider;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Conformance.Running;

/// <summary>
/// One gateway with an empty book at its provider, a merchant, and what a host would do with them. The kit makes one for each assertion;
/// an author's own tests may make one as well.
/// </summary>
/// <param name="gateway">The plugin.</param>
/// <param name="adapter">Its provider, started.</param>
public sealed class GatewayRun(IPaymentGateway gateway, GatewayAdapter adapter) : IAsyncDisposable
{
    /// <summary>How long a call may take where nothing is to go wrong with it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>How soon a call ends once it is over: a host gives it 250 ms, a busy machine gets more.</summary>
    internal static readonly TimeSpan Promptness = TimeSpan.FromSeconds(10);

    /// <summary>Where nobody listens.</summary>
    internal const string ClosedPort = "http://127.0.0.1:1";

    private readonly List<MerchantHost> hosts = [];
    private MerchantHost? merchant;
    private int operations;

    /// <summary>The plugin.</summary>
    public IPaymentGateway Gateway => gateway;

    /// <summary>What is special about its provider.</summary>
    public GatewayAdapter Adapter => adapter;

    /// <summary>The provider.</summary>
    public ProviderStub Stub => adapter.Stub;

    /// <summary>What the gateway declares.</summary>
    public GatewayCard Card { get; } = gateway.Describe();

    /// <summary>The merchant with the good settings.</summary>
    public MerchantHost Merchant => merchant ??= HostWith();

    /// <summary>The package that the plugin is of; only the kit's own assertions have one.</summary>
    internal PluginSubject Subject { get; init; } = null!;

    /// <summary>Whether somebody else disposes of the adapter.</summary>
    internal bool KeepsAdapter { get; init; }

    /// <summary>Hosts that the plugin wanted to call and may not.</summary>
    internal IEnumerable<string> RefusedCalls => hosts.SelectMany(host => host.RefusedCalls);

    /// <summary>All that any host of this run was told.</summary>
    public IEnumerable<string> Lines => hosts.SelectMany(host => host.Lines);

    /// <summary>A merchant with some settings that differ from the good ones.</summary>
    public MerchantHost HostWith(TimeSpan? budget = null, string? merchantId = null, params IEnumerable<(string Name, string Value)> changes)
    {
        var settings = adapter.Settings.ToDictionary();
        foreach (var (name, value) in changes)
        {
            settings[name] = value;
        }

        var host = new MerchantHost(settings, budget ?? Patience) { MerchantId = merchantId ?? $"mer_{new Uri(adapter.Stub.Url).Port}" };
        lock (hosts)
        {
            hosts.Add(host);
        }

        return host;
    }

    /// <summary>Another provider with an empty book.</summary>
    internal async Task<GatewayAdapter> NewAdapterAsync()
    {
        var another = Subject.NewAdapter();
        await another.Stub.StartAsync();
        return another;
    }

    /// <summary>A merchant whose provider is not there.</summary>
    public MerchantHost Nowhere() => HostWith(changes: adapter.AddressSettings.Select(setting => (setting, ClosedPort)));

    /// <summary>The next operation of this run, in the form that the card asks for.</summary>
    public OperationKey NewKey()
    {
        var number = Interlocked.Increment(ref operations);
        var reference = Card.Reference.DigitsOnly ? $"{1_000_000 + number}" : $"01JZ{number:D6}ABCDEFGHJKMNPQRSTVWX";
        return new OperationKey { IdempotencyKey = $"key-{number:D4}-{adapter.PluginId}", MerchantReference = reference };
    }

    /// <summary>An ordinary payment that nobody has begun.</summary>
    public StartPayment NewPayment(Money? amount = null, OperationKey? key = null, bool save = false)
    {
        var price = amount ?? adapter.Price;
        return new StartPayment
        {
            Key = key ?? NewKey(),
            Amount = price,
            Description = "Модуль «Облік» Pro, 12 months",
            ReturnUrl = new Uri("https://shop.example/return?order=1"),
            CallbackUrl = new Uri($"https://shop.example/v1/gateways/{adapter.PluginId}/callbacks/mer_test"),
            BuyerEmail = "buyer@firm.example",
            Language = "uk",
            Lines = [new PaymentLine("Модуль Pro", 1, price, "S", 2_000)],
            SaveMethod = save,
            CustomerReference = save ? "cus_01JZ" : null,
        };
    }

    /// <summary>Carries out a command for the good merchant, or another one.</summary>
    public async Task<GatewayOutcome> ExecuteAsync(GatewayCommand command, IPluginHost? host = null, CancellationToken cancel = default) =>
        await gateway.ExecuteAsync(command, host ?? Merchant, cancel);

    /// <summary>Asks by our reference alone, as after a lost answer.</summary>
    public Task<GatewayOutcome> AskBareAsync(GatewayCommand command, IPluginHost? host = null) => QueryAsync(command, null, host);

    /// <summary>Asks with all that an earlier outcome has told.</summary>
    public async Task<GatewayOutcome> QueryAsync(GatewayCommand command, GatewayOutcome? known, IPluginHost? host = null)
    {
        var key = command.Key with { ProviderReference = known?.ProviderReference, ProviderState = known?.ProviderState };
        var refund = command as RefundPayment;
        var query = new GatewayQuery
        {
            Key = key,
            Kind = refund is null ? OperationKind.Payment : OperationKind.Refund,
            Payment = refund?.Payment,
            SentAt = StubTime.Now,
            Amount = refund?.Amount ?? (command as StartPayment)?.Amount ?? (command as ChargeSavedMethod)?.Amount,
            AlreadyReturned = refund?.AlreadyReturned,
        };
        return await gateway.QueryAsync(query, host ?? Merchant, default);
    }

    /// <summary>Gives the plugin a message.</summary>
    public async Task<Inbound> ReceiveAsync(InboundMessage message, IPluginHost? host = null) => await gateway.ReceiveAsync(message, host ?? Merchant, default);

    /// <summary>A payment that the buyer has made, and what the provider says of it.</summary>
    public async Task<(StartPayment Command, Succeeded Outcome)> PaidAsync(Money? amount = null, bool save = false, Buying buying = Buying.Pays)
    {
        var command = NewPayment(amount, save: save);
        var started = await ExecuteAsync(command);
        await BuyAsync(started, command.Key, buying);
        return (command, Outcome.Is<Succeeded>(await QueryAsync(command, started)));
    }

    /// <summary>
    /// The buyer follows the action and pays or does not. That the provider does not take the payment as the plugin has made it is a
    /// failed assertion.
    /// </summary>
    public async Task BuyAsync(GatewayOutcome started, OperationKey key, Buying buying)
    {
        var action = Outcome.Is<ActionNeeded>(started).Action;
        try
        {
            await adapter.BuyAsync(action, key, buying);
        }
        catch (Exception failure) when (failure is HttpRequestException or InvalidOperationException or KeyNotFoundException)
        {
            Assert.Fail($"The provider does not take the payment. {failure.Message}");
        }
    }

    /// <summary>A refund of a payment that has succeeded.</summary>
    public RefundPayment NewRefund(StartPayment payment, Succeeded paid, long minor, long returned = 0)
    {
        var amount = payment.Amount with { Minor = minor };
        return new RefundPayment
        {
            Key = NewKey(),
            Payment = payment.Key with { ProviderReference = paid.ProviderReference, ProviderState = paid.ProviderState },
            PaymentAmount = payment.Amount,
            Amount = amount,
            Reason = "The buyer changed their mind",
            AlreadyReturned = payment.Amount with { Minor = returned },
            BuyerEmail = "buyer@firm.example",
            Lines = [new PaymentLine("Модуль Pro", 1, amount, "S", 2_000)],
        };
    }

    /// <summary>A charge of a method that a payment has kept just now.</summary>
    public async Task<ChargeSavedMethod> NewChargeAsync()
    {
        var (command, paid) = await PaidAsync(save: true);
        return ChargeOf(command, paid);
    }

    /// <summary>A charge of the method that a payment has kept.</summary>
    public ChargeSavedMethod ChargeOf(StartPayment command, Succeeded paid) => ChargeOf(command, Assert.IsType<SavedMethod>(paid.SavedMethod).Token);

    internal ChargeSavedMethod ChargeOf(StartPayment command, string token) => new()
    {
        Key = NewKey(),
        Token = token,
        CustomerReference = command.CustomerReference ?? "cus_01JZ",
        Amount = adapter.Price with { Minor = 40_000 },
        Description = "Next month",
        CallbackUrl = command.CallbackUrl,
        BuyerEmail = command.BuyerEmail,
        Lines = [new PaymentLine("Модуль Pro", 1, adapter.Price with { Minor = 40_000 }, "S", 2_000)],
    };

    /// <summary>Takes all callbacks that wait.</summary>
    public IReadOnlyList<InboundMessage> TakeCallbacks()
    {
        var messages = new List<InboundMessage>();
        while (Stub.Callbacks.TryDequeue(out var callback))
        {
            messages.Add(callback.ToMessage());
        }

        return messages;
    }

    /// <summary>Takes all callbacks that wait; that there is none is a failed assertion.</summary>
    public InboundMessage FirstCallback()
    {
        var messages = TakeCallbacks();
        Assert.True(messages.Count > 0, "The provider has nothing to tell: no payment has succeeded there.");
        return messages[0];
    }

    /// <summary>Gives everything back.</summary>
    public async ValueTask DisposeAsync()
    {
        hosts.ForEach(host => host.Dispose());
        await gateway.DisposeAsync();
        if (!KeepsAdapter)
        {
            await adapter.DisposeAsync();
        }
    }

    /// <summary>Runs under a culture in which whoever forgets the invariant one writes nonsense.</summary>
    public static async Task<T> InOddCultureAsync<T>(Func<Task<T>> work)
    {
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (odd.NumberFormat.NumberDecimalSeparator, odd.NumberFormat.NegativeSign, odd.NumberFormat.NumberGroupSeparator) = (",", "−", " ");
        (odd.DateTimeFormat.DateSeparator, odd.DateTimeFormat.TimeSeparator) = (".", "-");
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = odd;
        try
        {
            return await work();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
