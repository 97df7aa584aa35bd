using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Ledger;

/// <summary>
/// Rule X3 in states that nobody has thought of: merchant, buyers and provider do anything in any order, and after each step the
/// books prove. A seed decides on all of it.
/// </summary>
public abstract class RandomBooksTests(SteppedServer server) : Scenario(server)
{
    private const int Steps = 60;
    private static readonly string[] Cards = [Shop.GoodCard, Shop.GoodCard, Shop.GoodCard, Shop.DeclinedCard, Shop.SilentCard];
    private static readonly string[] Refunding = ["immediate", "declined", "asynchronous"];

    private readonly List<Order> orders = [];
    private readonly List<Payment> started = [];
    private readonly List<Payment> onPage = [];
    private Random random = new(0);

    public static TheoryData<int> Seeds => [1, 2, 3];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task After_every_step_the_books_hold(int seed)
    {
        random = new Random(seed);
        (Func<Task> Step, int Weight)[] steps =
        [
            (PlaceOrder, 5), (StartPayment, 8), (PayOnPage, 8), (DeliverNews, 8), (CancelInvoice, 3), (RefundPayment, 7), (LoseSightOfAll, 2),
            (ChangeManners, 3), (ChangeSettings, 3), (RunJobs, 4), (LetTimePass, 3),
        ];
        var drawn = steps.SelectMany(step => Enumerable.Repeat(step.Step, step.Weight)).ToArray();
        for (var i = 0; i < Steps; i++)
        {
            var step = i < 2 ? PlaceOrder : Pick(drawn);
            await Refused.CodeOf(step);
            var broken = (await Api.ProveBooksAsync()).Checks.Where(check => !check.Holds).Select(check => $"{check.Name}: {string.Join(", ", check.Broken)}");
            Assert.True(!broken.Any(), $"Seed {seed}, step {i}, {step.Method.Name}: {string.Join("; ", broken)}");
        }
    }

    private async Task PlaceOrder() => orders.Add(await Place(Pick([1, 12]), $"portal{random.Next(3)}.bitrix24.ua"));

    private async Task StartPayment()
    {
        var payment = await Start(Pick(orders), random.Next(2) == 0 ? random.Next(1, 20_000) : null);
        started.Add(payment);
    }

    private async Task PayOnPage()
    {
        if (started.Where(payment => payment.NextAction is not null && !onPage.Contains(payment)).ToList() is { Count: > 0 } open)
        {
            var payment = Pick(open);
            onPage.Add(payment);
            await PayOnPage(payment, Pick(Cards));
        }
    }

    /// <summary>What the provider says may come late, twice, and of any payment.</summary>
    private async Task DeliverNews()
    {
        if (onPage.Count > 0)
        {
            await Deliver(await NewsOf(Pick(onPage)));
        }
    }

    private Task CancelInvoice() => Api.CancelInvoiceAsync(Pick(orders).InvoiceId);

    private async Task RefundPayment()
    {
        if (onPage.Count > 0)
        {
            await Refund(Pick(onPage), random.Next(3) == 0 ? null : random.Next(1, 8_000), random.Next(4) == 0 ? RefundMethod.Manual : RefundMethod.Gateway);
        }
    }

    private Task ChangeManners() => Reconnect(("refunds", Pick(Refunding)), ("refundDelaySeconds", random.Next(1, 60)));

    private Task ChangeSettings() => Api.UpdateSettingsAsync(new UpdateSettingsRequest
    {
        SurplusPolicy = Pick([SurplusPolicy.Balance, SurplusPolicy.Refund]),
        KeepSurchargeOnRefund = random.Next(2) == 0,
        SurchargeBasisPoints = new Dictionary<string, int> { [Shop.Gateway] = Pick([0, 250]) },
        Tax = new Tax { Registered = random.Next(2) == 0 },
    });

    private Task RunJobs() => Server.RunJobs();

    private async Task LetTimePass()
    {
        if (random.Next(2) == 0)
        {
            await Wait(TimeSpan.FromSeconds(random.Next(1, 4_000)));
        }
        else
        {
            await Shop.MoveClock((await Api.GetTestClockAsync()).Now + TimeSpan.FromDays(random.Next(1, 20)));
        }
    }

    private T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}

public sealed class RandomBooksOnSqlite(SteppedOnSqlite server) : RandomBooksTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class RandomBooksOnPostgres(SteppedOnPostgres server) : RandomBooksTests(server), IClassFixture<SteppedOnPostgres>;
