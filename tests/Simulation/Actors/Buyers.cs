using System.Text.Json;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Invoices;
using BillingHeadless.Server.Orders;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Simulation.Actors;

/// <summary>Order, extend, pay whole or in part, give up, come back and pay again.</summary>
internal sealed class Buyers(SimulatedShop shop, Random random)
{
    private const string PoorCard = "4000000000009995";
    private static readonly string[] Cards = [Shop.GoodCard, Shop.GoodCard, Shop.GoodCard, Shop.DeclinedCard, PoorCard];

    /// <summary>Most pay soon, or never.</summary>
    private const int Remembered = 5;

    private int buyers;

    public Task Order()
    {
        var buyer = ++buyers;
        return Place(shop.Plans[random.Next(shop.Plans.Count)], $"firm{buyer}.bitrix24.ua", $"buyer{buyer}@firm.example");
    }

    public async Task Extend()
    {
        if (Any(shop.Orders) is { } order)
        {
            var plan = random.Next(8) == 0 ? shop.Plans[random.Next(shop.Plans.Count)] : order.PlanId;
            await Place(plan, order.Portal, $"again{buyers}@firm.example");
        }
    }

    public async Task Pay()
    {
        if (Any(shop.Orders.TakeLast(Remembered).ToList()) is not { } order)
        {
            return;
        }

        var part = random.Next(4) == 0 ? new MoneyBody(random.Next(1, 9_900), "UAH") : null;
        var request = new PayInvoiceRequest { Method = PaymentMethod.Gateway, Gateway = SimulatedShop.Gateway, Amount = part };
        var reply = await shop.Ask<PayInvoice>((endpoint, call, alive) => endpoint.Handle(order.InvoiceId, request, call, alive));
        if (reply.IsGood && shop.Payments.All(payment => payment.Id != reply.TextOf("id")))
        {
            shop.Payments.Add(Read(reply.Body));
        }
    }

    public async Task EnterCard()
    {
        if (Any(shop.Payments) is not { Page: { } page })
        {
            return;
        }

        if ((await shop.Account.Checkout(page)).Status == "open")
        {
            Tell(await shop.Account.Checkout(page));
            await shop.Account.PayOnPage(page, Cards[random.Next(Cards.Length)]);
            Tell(await shop.Account.Checkout(page));
        }
    }

    public async Task LookAtPayment()
    {
        if (Any(shop.Payments) is { } payment)
        {
            await shop.Ask<GetPayment>(async (endpoint, call, alive) => await endpoint.Handle(payment.Id, call, alive));
        }
    }

    private async Task Place(string plan, string portal, string email)
    {
        var request = new OrderRequest
        {
            Items = [new OrderItemRequest { PlanId = plan, Months = random.Next(3) == 0 ? 12 : 1 }],
            Contact = new ContactRequest { Email = email, Name = "A Buyer" },
            Fields = new Dictionary<string, string> { ["portal"] = portal },
            Consents = [new ConsentRequest { AgreementId = shop.AgreementId }],
        };
        var reply = await shop.Ask<CreateOrder>((endpoint, call, alive) => endpoint.Handle(request, call, alive));
        if (reply.IsGood)
        {
            shop.Orders.Add(new PlacedOrder(reply.TextOf("id"), reply.TextOf("invoiceId"), plan, portal));
        }
    }

    /// <summary>The provider sends a message: some get lost, some come twice.</summary>
    private void Tell(ProviderCheckout checkout)
    {
        for (var copies = random.Next(4) switch { 0 => 0, 1 => 2, _ => 1 }; copies > 0; copies--)
        {
            shop.Mail.Add(new ProviderEvent($"evt_{random.Next()}", $"checkout.{checkout.Status}", Checkout: checkout with { Page = null }));
        }
    }

    private static StartedPayment Read(JsonElement payment) => new(
        payment.GetProperty("id").GetString()!,
        payment.GetProperty("amount").GetProperty("amount").GetInt64(),
        payment.TryGetProperty("nextAction", out var action) && action.ValueKind == JsonValueKind.Object ? action.GetProperty("url").GetString() : null);

    private T? Any<T>(List<T> list)
        where T : class => list.Count == 0 ? null : list[random.Next(list.Count)];
}
