using System.Text.Json;
using BillingHeadless.Client;
using Xunit;

namespace BillingHeadless.Tests.Kit;

/// <summary>
/// A test merchant with something to sell: a licensed module in two editions, an agreement, the sandbox gateway. It calls
/// the server with the generated client, as a customer of ours would.
/// </summary>
public sealed class Shop
{
    public const string GoodCard = "4242424242424242";
    public const string DeclinedCard = "4000000000000002";
    public const string SilentCard = "4000000000000119";
    public const string CodeCard = "4000000000003220";
    public const string RightCode = "123456";
    public const string Gateway = "sandbox";
    private const int ProPrice = 19_900;
    private const int LightPrice = 9_900;

    private readonly RunningServer server;
    private readonly string currency;
    private int buyers;

    private Shop(RunningServer server, NewMerchant merchant, string currency)
    {
        this.server = server;
        this.currency = currency;
        Merchant = merchant;
        Api = Client(merchant.SecretKey);
    }

    public NewMerchant Merchant { get; }

    /// <summary>Calls with the merchant's secret key.</summary>
    public BillingClient Api { get; }

    public Agreement Agreement { get; private set; } = null!;

    public Product Product { get; private set; } = null!;

    /// <summary>199.00 a month, tax of 20 % in it, a year 20 % cheaper.</summary>
    public Plan Pro { get; private set; } = null!;

    /// <summary>Another edition of the same product, 99.00 a month.</summary>
    public Plan Light { get; private set; } = null!;

    public static async Task<Shop> Open(RunningServer server, string currency = "UAH", string timeZone = "Europe/Kyiv")
    {
        var platform = BillingClient.Connect(server.Client.BaseAddress!, RunningServer.PlatformKey);
        var merchant = await platform.CreateMerchantAsync(new CreateMerchantRequest
        {
            Name = "Вендор",
            Mode = MerchantMode.Test,
            Currency = currency,
            TimeZone = timeZone,
            Locale = "uk",
        });
        var shop = new Shop(server, merchant, currency);
        await shop.Furnish();
        return shop;
    }

    public BillingClient Client(string? key) => BillingClient.Connect(server.Client.BaseAddress!, key);

    public Task SetGateway(params (string Name, object Value)[] settings) => Api.UpdateGatewayAsync(Gateway, new UpdateGatewayRequest
    {
        Enabled = true,
        Settings = JsonSerializer.SerializeToElement(settings.ToDictionary(setting => setting.Name, setting => setting.Value)),
    });

    /// <summary>An order of a new buyer for a portal of its own.</summary>
    public OrderRequest NewOrder(Plan? plan = null, int months = 1, string? portal = null, string? email = null)
    {
        var buyer = ++buyers;
        return new OrderRequest
        {
            Items = [new OrderItemRequest { PlanId = (plan ?? Pro).Id, Months = months }],
            Contact = new ContactRequest { Email = email ?? $"buyer{buyer}@firm.example", Name = "Олена Покупець" },
            Fields = new Dictionary<string, string> { ["portal"] = portal ?? $"firm{buyer}.bitrix24.ua" },
            Consents = [new ConsentRequest { AgreementId = Agreement.Id }],
        };
    }

    public async Task<Order> Place(Plan? plan = null, int months = 1, string? portal = null) => await Api.CreateOrderAsync(NewOrder(plan, months, portal));

    public Task<Payment> StartPayment(string invoiceId, long? amount = null) => Api.PayInvoiceAsync(invoiceId, new PayInvoiceRequest
    {
        Method = PaymentMethod.Gateway,
        Gateway = Gateway,
        Amount = amount is { } minor ? new Money { Amount = minor, Currency = currency } : null,
    });

    /// <summary>What the buyer does on the gateway's page.</summary>
    public async Task EnterCard(Payment payment, string card = GoodCard)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["cardNumber"] = card, ["expiry"] = "12/30", ["cvc"] = "123" });
        using var answer = await server.Client.PostAsync(new Uri(payment.NextAction!.Url), form);
    }

    /// <summary>Answers the question of the card's bank.</summary>
    public async Task EnterCode(Payment payment, string code = RightCode)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["code"] = code });
        using var answer = await server.Client.PostAsync(new Uri(payment.NextAction!.Url), form);
    }

    /// <summary>Asks until the payment is decided, by the callback or by the question itself.</summary>
    public async Task<Payment> Decided(string paymentId)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var payment = await Api.GetPaymentAsync(paymentId);
            if (payment.Status is not (PaymentStatus.Pending or PaymentStatus.Unknown))
            {
                return payment;
            }

            server.Time.Advance(TimeSpan.FromSeconds(6));
        }

        throw new TimeoutException($"The payment {paymentId} was not decided.");
    }

    /// <summary>An order that is paid: the whole way from the cart to the licence.</summary>
    public async Task<(Order Order, Payment Payment)> Sell(Plan? plan = null, int months = 1, string? portal = null)
    {
        var order = await Place(plan, months, portal);
        var payment = await Pay(order.InvoiceId);
        return (await Api.GetOrderAsync(order.Id), payment);
    }

    public async Task<Payment> Pay(string invoiceId, string card = GoodCard)
    {
        var payment = await StartPayment(invoiceId);
        await EnterCard(payment, card);
        return await Decided(payment.Id);
    }

    /// <summary>A customer that the merchant has made, with nothing bought yet.</summary>
    public async Task<Customer> NewCustomer() => await Api.CreateCustomerAsync(new CreateCustomerRequest { Email = $"customer{++buyers}@firm.example" });

    /// <summary>Money on a customer's balance, through the gateway.</summary>
    public async Task<Invoice> TopUp(string customerId, long amount)
    {
        var invoice = await Api.TopUpBalanceAsync(customerId, new TopUpBalanceRequest { Amount = new Money { Amount = amount, Currency = "UAH" } });
        await Pay(invoice.Id);
        return await Api.GetInvoiceAsync(invoice.Id);
    }

    /// <summary>From the customer's balance, or its bonus.</summary>
    public Task<Payment> PayFromFunds(string invoiceId, PaymentMethod method = PaymentMethod.Balance, long? amount = null) => Api.PayInvoiceAsync(invoiceId, new PayInvoiceRequest
    {
        Method = method,
        Amount = amount is { } minor ? new Money { Amount = minor, Currency = "UAH" } : null,
    });

    /// <summary>Bonus by tiers: from 500.00 3 %, from 1,000.00 10 %.</summary>
    public Task GiveBonuses() => Api.UpdateSettingsAsync(new UpdateSettingsRequest
    {
        BonusTiers = [new BonusTier { Amount = 100_000, BasisPoints = 1_000 }, new BonusTier { Amount = 50_000, BasisPoints = 300 }],
    });

    public async Task<Licence> LicenceOf(string portal) => (await Api.ListLicencesAsync(portal: portal)).Data.Single();

    public Task<TestClock> MoveClock(DateTimeOffset to) => Api.AdvanceTestClockAsync(new AdvanceTestClockRequest { To = to });

    /// <summary>Expects that the books hold, and names what does not.</summary>
    public async Task ProveBooks()
    {
        var broken = (await Api.ProveBooksAsync()).Checks.Where(check => !check.Holds).Select(check => $"{check.Name}: {string.Join(", ", check.Broken)}");
        Assert.Empty(broken);
    }

    private async Task Furnish()
    {
        Agreement = await Api.CreateAgreementAsync(new CreateAgreementRequest
        {
            Title = "Terms of sale",
            Titles = new Dictionary<string, string> { ["uk"] = "Оферта" },
            Texts = new Dictionary<string, string> { ["uk"] = "Умови.", ["en"] = "Terms." },
        });
        Product = await Api.CreateProductAsync(new CreateProductRequest { Name = "Модуль", Kind = ProductKind.Licence, AgreementIds = [Agreement.Id] });
        Pro = await CreatePlan("Pro", ProPrice);
        Light = await CreatePlan("Light", LightPrice);
        await SetGateway();
    }

    private Task<Plan> CreatePlan(string name, long price) => Api.CreatePlanAsync(new CreatePlanRequest
    {
        ProductId = Product.Id,
        Name = name,
        Price = new Money { Amount = price, Currency = currency },
        TaxRateBasisPoints = 2_000,
        Terms = [new PlanTerm { Months = 1 }, new PlanTerm { Months = 12, DiscountBasisPoints = 2_000 }],
    });
}
