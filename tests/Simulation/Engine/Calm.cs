using BillingHeadless.Tests.Kit;
using BillingHeadless.Tests.Simulation.Actors;

namespace BillingHeadless.Tests.Simulation.Engine;

/// <summary>When everything works again, the resolver and the jobs are given the time that they need, and a person looks at what waits for one.</summary>
internal static class Calm
{
    /// <summary>For a provider that answers: what was decided there is heard of, and what nobody pays expires.</summary>
    public static readonly IReadOnlyList<TimeSpan> Soon = [TimeSpan.FromMinutes(2), TimeSpan.FromDays(2)];

    /// <summary>For one that did not, and a resolver that asks again and again.</summary>
    public static readonly IReadOnlyList<TimeSpan> Late =
    [
        TimeSpan.FromSeconds(65), TimeSpan.FromSeconds(65), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(15),
        TimeSpan.FromHours(2), TimeSpan.FromHours(7), TimeSpan.FromHours(25), TimeSpan.FromDays(9), TimeSpan.FromDays(1),
    ];

    public static async Task Down(BillingEngine engine, TestTime time, Random random, IReadOnlyList<SimulatedMerchant> merchants, IReadOnlyList<TimeSpan> spans)
    {
        foreach (var merchant in merchants)
        {
            await merchant.ChooseManners("immediate");
            await new Postman(merchant, engine, time, random).BringAll();
        }

        foreach (var span in spans)
        {
            await engine.Pass(span);
        }

        foreach (var merchant in merchants)
        {
            await new Verdict(merchant).LookAtUndecided();
        }
    }
}
