using BillingHeadless.Server.Orders;

namespace BillingHeadless.Tests.Simulation.Actors;

/// <summary>Order, extend, pay, give up, come back and pay again.</summary>
internal sealed class Buyers(SimulatedShop shop, Payers payers, Random random)
{
    private const int LargestPart = 9_900;

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
        if (shop.Orders.Any(random) is { } order)
        {
            var plan = random.Next(8) == 0 ? shop.Plans[random.Next(shop.Plans.Count)] : order.PlanId;
            await Place(plan, order.Portal, $"again{buyers}@firm.example");
        }
    }

    public async Task Pay()
    {
        if (shop.Orders.TakeLast(Remembered).ToList().Any(random) is { } order)
        {
            await payers.Pay(order.InvoiceId, LargestPart);
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
}
