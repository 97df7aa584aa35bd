using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Durability.Crashes;

/// <summary>
/// Somebody buys a licence, and later the merchant returns money. Every call is made as by a client that does not give up: with a key
/// that it keeps, and anew, under another key, only when it has been told that nothing has come of the last.
/// </summary>
internal sealed class Purchase(Installation server, Seller seller, PurchasePlan plan)
{
    public const string Portal = "firm.bitrix24.ua";
    private const int MostTries = 20;

    /// <summary>Enough to be allowed to ask the provider again.</summary>
    private static readonly TimeSpan BeforeAskingAgain = Server.Limits.PaymentAskedAgain;

    /// <summary>Until the questions have come that were planned in case that no answer came.</summary>
    private static readonly TimeSpan UntilLastQuestions = TimeSpan.FromMinutes(1);

    /// <summary>The use of a key is noted now and then, which is a commit: here it is in every purchase, whenever its merchant was made.</summary>
    private static readonly TimeSpan UntilKeyIsNotedAgain = Server.Limits.KeyUseNoted;

    /// <summary>The crash points that were passed while they were counted.</summary>
    public IReadOnlyList<string> Points { get; private set; } = [];

    /// <summary>The whole way.</summary>
    /// <param name="crash">Where the node dies; null for nowhere.</param>
    public async Task<Outcome> Carry(Crash? crash)
    {
        await server.Wait(UntilKeyIsNotedAgain);
        await (plan.IsSilent ? CarryInSilence(crash) : CarryWithMessage(crash));
        return await Outcome.Read(server, seller);
    }

    private async Task CarryWithMessage(Crash? crash)
    {
        await server.Watch(crash);
        var payment = await BeginPayment();
        await seller.Account.PayOnPage(PageOf(payment), plan.Card);
        await TakeMessage(payment);
        await server.Settle();
        await Refund(payment);
        await Rest();
        Points = await server.Points();
    }

    /// <summary>Crash points are counted from the charge to the refund: before and after, all is as with a message.</summary>
    private async Task CarryInSilence(Crash? crash)
    {
        var payment = await BeginPayment();
        await server.Settle();
        await server.Watch(crash);
        await seller.Account.PayOnPage(PageOf(payment), plan.Card);
        await LookUntilPaid(payment);
        await server.Settle();
        await Refund(payment);
        Points = await server.Points();
        await Rest();
    }

    private async Task<Payment> BeginPayment()
    {
        await server.Step("the order is placed");
        var order = await PlaceOrder();
        await server.Step("the payment is started");
        return await StartPayment(order);
    }

    /// <summary>Does all that is still to come by itself.</summary>
    private async Task Rest()
    {
        await server.Wait(UntilLastQuestions);
        await server.Settle();
    }

    private Task<T> Ask<T>(Func<BillingClient, Task<T>> call) => server.Ask(seller.Merchant.SecretKey, call);

    private Task<Order> PlaceOrder()
    {
        var key = NewKey();
        var request = new OrderRequest
        {
            Items = [new OrderItemRequest { PlanId = seller.Plan.Id, Months = 1 }],
            Contact = new ContactRequest { Email = seller.BuyersEmail, Name = "Олена Покупець" },
            Fields = new Dictionary<string, string> { ["portal"] = Portal },
            Consents = [new ConsentRequest { AgreementId = seller.Agreement.Id }],
        };
        return Ask(api => api.CreateOrderAsync(request, key));
    }

    /// <summary>Until there is a page to pay on.</summary>
    private async Task<Payment> StartPayment(Order order)
    {
        var request = new PayInvoiceRequest { Method = PaymentMethod.Gateway, Gateway = Seller.Gateway };
        for (var tries = 1; ; tries++)
        {
            var key = NewKey();
            var payment = await Until(
                await Ask(api => api.PayInvoiceAsync(order.InvoiceId, request, key)),
                known => Ask(api => api.GetPaymentAsync(known.Id)),
                known => known.NextAction is not null || known.Status == PaymentStatus.Cancelled);
            if (payment.NextAction is not null)
            {
                return payment;
            }

            Assert.True(tries < MostTries, "No payment could be started.");
        }
    }

    /// <summary>The provider says that the buyer has paid.</summary>
    private async Task TakeMessage(Payment payment)
    {
        await server.Step("the provider's message is taken");
        var message = seller.Account.Sign(ProviderEvent.About(await seller.Account.Checkout(PageOf(payment))), server.Now);
        await server.Deliver($"/v1/gateways/{Seller.Gateway}/callbacks/{seller.Merchant.Id}", message);
    }

    /// <summary>The provider says nothing, and the buyer looks again and again.</summary>
    private async Task LookUntilPaid(Payment payment)
    {
        await server.Step("the payment is read");
        await Until(payment, known => Ask(api => api.GetPaymentAsync(known.Id)), known => known.Status == PaymentStatus.Succeeded);
    }

    /// <summary>Until the money has gone back.</summary>
    private async Task Refund(Payment payment)
    {
        await server.Step("the refund is asked for");
        var amount = plan.RefundedMinor is { } minor ? new Money { Amount = minor, Currency = "UAH" } : null;
        var request = new RefundPaymentRequest { Reason = "The buyer changed their mind.", Amount = amount };
        for (var tries = 1; ; tries++)
        {
            var key = NewKey();
            var refund = await Until(
                await Ask(api => api.RefundPaymentAsync(payment.Id, request, key)),
                known => Ask(api => api.GetRefundAsync(known.Id)),
                known => known.Status is RefundStatus.Succeeded or RefundStatus.Declined);
            if (refund.Status == RefundStatus.Succeeded)
            {
                return;
            }

            Assert.True(tries < MostTries, "No money could be returned.");
        }
    }

    /// <summary>Reads something again, with some time between, until it is as it should be.</summary>
    private async Task<T> Until<T>(T known, Func<T, Task<T>> read, Func<T, bool> isDone)
    {
        for (var tries = 1; !isDone(known); tries++)
        {
            Assert.True(tries < MostTries, "It stays undecided.");
            await server.Wait(BeforeAskingAgain);
            known = await read(known);
        }

        return known;
    }

    private static string PageOf(Payment payment) => payment.NextAction!.Url;

    private static string NewKey() => Guid.NewGuid().ToString();
}

/// <summary>How a purchase goes.</summary>
/// <param name="Card">With which the buyer pays.</param>
/// <param name="IsSilent">Whether the provider charges the card and says nothing.</param>
/// <param name="Acts">Whether the buyer gets acts unasked.</param>
/// <param name="RefundedMinor">How much goes back; null for all.</param>
internal sealed record PurchasePlan(string Card, bool IsSilent, ActPolicy Acts, long? RefundedMinor)
{
    /// <summary>The provider says that the card was charged; later a part goes back, and a corrected act follows.</summary>
    public static PurchasePlan WithMessage => new(Shop.GoodCard, IsSilent: false, ActPolicy.Automatic, RefundedMinor: 4_000);

    /// <summary>The provider charges the card and says nothing, and the first question gets no answer; later all goes back.</summary>
    public static PurchasePlan InSilence => new(Shop.SilentCard, IsSilent: true, ActPolicy.OnRequest, RefundedMinor: null);
}
