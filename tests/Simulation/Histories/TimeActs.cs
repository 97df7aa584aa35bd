using BillingHeadless.Tests.Simulation.Engine;

namespace BillingHeadless.Tests.Simulation.Histories;

/// <summary>Time passes: hours, weeks, months, to the very end of a service; and the system's own seconds.</summary>
internal sealed class TimeActs(ServiceShop shop, BillingEngine engine, ServiceActs services, Random random)
{
    public Task Wait() => Pass(TimeSpan.FromMinutes(random.Next(1, random.Next(3) == 0 ? 60 * 24 * 20 : 60 * 30)));

    public Task WaitAMonth() => Pass(TimeSpan.FromDays(random.Next(27, 33)));

    /// <summary>To the last minute of a paid time, or to its first.</summary>
    public async Task WaitForAnEnd()
    {
        if (await services.AnyService() is { PaidUntil: { } end })
        {
            await shop.MoveClock(end.AddMinutes(random.Next(-2, 2)));
        }
    }

    /// <summary>To the last minute of a month, or to the first of the next: then usage is charged.</summary>
    public async Task WaitForTheFirst() => await shop.MoveClock((await shop.NextFirst()).AddMinutes(random.Next(-2, 2)));

    public Task RunJobs() => engine.Pass(TimeSpan.FromSeconds(random.Next(1, 3_600)));

    public async Task Pass(TimeSpan span) => await shop.MoveClock(await shop.Now() + span);
}
