using BillingHeadless.Tests.Kit;
using BillingHeadless.Tests.Simulation.Actors;
using BillingHeadless.Tests.Simulation.Engine;
using BillingHeadless.Tests.Simulation.Troubles;

namespace BillingHeadless.Tests.Simulation;

/// <summary>What happens in a run, step by step: any of the actors does something, and something may go wrong meanwhile.</summary>
internal sealed class Story
{
    private const int TroubleInTen = 3;
    private const int OutageBeginsOnceIn = 50;
    private const int OutageEndsOnceIn = 8;
    private const int LatestPass = 4;
    private static readonly Trouble[] Troubles = Enum.GetValues<Trouble>();

    private readonly Random random;
    private readonly BillingEngine engine;
    private readonly TroubleMaker troubles;
    private readonly IReadOnlyList<Func<Task>> steps;

    public Story(Random random, BillingEngine engine, TestTime time, TroubleMaker troubles, IReadOnlyList<SimulatedShop> shops)
    {
        this.random = random;
        this.engine = engine;
        this.troubles = troubles;
        steps = [.. shops.SelectMany(shop => StepsOf(shop, time)).SelectMany(step => Enumerable.Repeat(step.Do, step.Weight))];
    }

    public async Task Tell(int length)
    {
        for (var step = 0; step < length; step++)
        {
            PlanTrouble();
            await steps[random.Next(steps.Count)]();
        }

        troubles.Plan(null);
        troubles.IsProviderDown = false;
    }

    private IEnumerable<(int Weight, Func<Task> Do)> StepsOf(SimulatedShop shop, TestTime time)
    {
        var payers = new Payers(shop, random);
        var (buyers, clerk, postman) = (new Buyers(shop, payers, random), new Clerk(shop, time, random), new Postman(shop, engine, time, random));
        return
        [
            (4, buyers.Order), (4, buyers.Extend), (8, buyers.Pay), (12, payers.EnterCard), (3, payers.LookAtPayment),
            (8, postman.Bring),
            (3, clerk.RefundWhole), (5, clerk.RefundPart), (1, clerk.CancelOrder), (1, clerk.MoveClock), (1, clerk.ChangeManners),
            (6, () => engine.Pass(TimeSpan.FromSeconds(random.Next(1, 90)))), (2, () => engine.Pass(TimeSpan.FromMinutes(random.Next(1, 600)))),
        ];
    }

    private void PlanTrouble()
    {
        var isTrouble = random.Next(10) < TroubleInTen;
        troubles.Plan(isTrouble ? Troubles[random.Next(Troubles.Length)] : null, random.Next(LatestPass));
        if (random.Next(troubles.IsProviderDown ? OutageEndsOnceIn : OutageBeginsOnceIn) == 0)
        {
            troubles.IsProviderDown = !troubles.IsProviderDown;
        }
    }
}
