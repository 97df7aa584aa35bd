using System.Globalization;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Tests.ProviderStubs;
using BillingHeadless.Tests.ProviderStubs.Wire;

namespace BillingHeadless.Tests.Gateways.Scenarios;

/// <summary>One scenario with one gateway: the plugin, its provider, a merchant, and what a host would do with them.</summary>
public sealed class ScenarioRun(IPaymentGateway gateway, GatewayAdapter adapter) : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly List<ScenarioHost> hosts = [];
    private int operations;

    public IPaymentGateway Gateway => gateway;

    public GatewayAdapter Adapter => adapter;

    public ProviderStub Stub => adapter.Stub;

    public GatewayCard Card { get; } = gateway.Describe();

    /// <summary>The merchant with the good settings.</summary>
    public ScenarioHost Merchant => merchant ??= HostWith();

    private ScenarioHost? merchant;

    /// <summary>All that any host of this run was told.</summary>
    public IEnumerable<string> Lines => hosts.SelectMany(host => host.Lines);

    public ScenarioHost HostWith(TimeSpan? budget = null, string? merchantId = null, params IEnumerable<(string Name, string Value)> changes)
    {
        var settings = adapter.Settings.ToDictionary();
        foreach (var (name, value) in changes)
        {
            settings[name] = value;
        }

        var host = new ScenarioHost(settings, budget ?? Patience) { MerchantId = merchantId ?? "mer_test" };
        lock (hosts)
        {
            hosts.Add(host);
        }

        return host;
    }

    /// <summary>A merchant whose provider is not there.</summary>
    public ScenarioHost Nowhere() => HostWith(changes: adapter.AddressSettings.Select(setting => (setting, "http://127.0.0.1:1")));

    public OperationKey NewKey()
    {
        var number = Interlocked.Increment(ref operations);
        var reference = Card.Reference.DigitsOnly ? $"{1_000_000 + number}" : $"01JZ{number:D6}ABCDEFGHJKMNPQRSTVWX";
        return new OperationKey { IdempotencyKey = $"key-{number:D4}-{adapter.PluginId}", MerchantReference = reference };
    }

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

    public async Task<Inbound> ReceiveAsync(InboundMessage message, IPluginHost? host = null) => await gateway.ReceiveAsync(message, host ?? Merchant, default);

    /// <summary>A payment that the buyer has made, and what the provider says of it.</summary>
    public async Task<(StartPayment Command, Succeeded Outcome)> PaidAsync(Money? amount = null, bool save = false, Buying buying = Buying.Pays)
    {
        var command = NewPayment(amount, save: save);
        var started = await ExecuteAsync(command);
        await adapter.BuyAsync(started, command.Key, buying);
        return (command, Assert.IsType<Succeeded>(await QueryAsync(command, started)));
    }

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

    public async Task<ChargeSavedMethod> NewChargeAsync()
    {
        var (command, paid) = await PaidAsync(save: true);
        return ChargeOf(command, paid);
    }

    public ChargeSavedMethod ChargeOf(StartPayment command, Succeeded paid) => new()
    {
        Key = NewKey(),
        Token = Assert.IsType<SavedMethod>(paid.SavedMethod).Token,
        CustomerReference = command.CustomerReference!,
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

    public async ValueTask DisposeAsync()
    {
        hosts.ForEach(host => host.Dispose());
        await gateway.DisposeAsync();
        await adapter.DisposeAsync();
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
