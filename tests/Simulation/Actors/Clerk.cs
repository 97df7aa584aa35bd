using BillingHeadless.Server.Orders;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.TestClock;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Simulation.Actors;

/// <summary>The merchant's clerk: returns money, cancels orders, moves the shop's clock.</summary>
internal sealed class Clerk(SimulatedShop shop, TestTime time, Random random)
{
    private static readonly string[] Manners = ["immediate", "immediate", "declined", "unanswered"];

    private TimeSpan ahead;

    public Task RefundWhole() => Refund(part: null);

    public Task RefundPart() => Refund(part: random.Next(1, 12_000));

    public async Task CancelOrder()
    {
        if (shop.Orders.Any(random) is { } order)
        {
            await shop.Ask<CancelOrder>((endpoint, call, alive) => endpoint.Handle(order.Id, call, alive));
        }
    }

    public async Task MoveClock()
    {
        var target = ahead + TimeSpan.FromHours(random.Next(1, 200));
        var reply = await shop.Ask<AdvanceTestClock>((endpoint, call, alive) => endpoint.Handle(new AdvanceTestClockRequest(time.Now + target), call, alive));
        ahead = reply.IsGood ? target : ahead;
    }

    public Task ChangeManners() => shop.ChooseManners(Manners[random.Next(Manners.Length)]);

    private async Task Refund(long? part)
    {
        if (shop.Payments.Any(random) is { } payment)
        {
            var request = new RefundPaymentRequest { Amount = part is { } minor ? new MoneyBody(minor, "UAH") : null, Reason = "The buyer changed their mind." };
            await shop.Ask<RefundPayment>((endpoint, call, alive) => endpoint.Handle(payment.Id, request, call, alive));
        }
    }
}
