using System.Globalization;
using BillingHeadless.Tests.Kit;
using BillingHeadless.Tests.Simulation.Engine;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Tests.Simulation.Histories;

/// <summary>
/// Rule X7 and ruling 10: the same year reached in one step, in twelve or day by day gives the same books, to the cent, for random
/// customers. <c>BILLING_YEARS=50 dotnet test tests/Simulation --filter SameYearTests</c> tries more of them.
/// </summary>
public sealed class SameYearTests
{
    private const int Customers = 3;
    private const int ActsBefore = 20;
    private const int TopUpsOfEach = 8;
    private const int Days = 365;
    private const int FewestPeriods = 60;
    private static readonly DateTimeOffset FirstDay = new(2027, 1, 29, 7, 0, 0, TimeSpan.Zero);
    private static readonly int[] Ways = [1, 12, Days];

    private int periods;

    [Fact]
    public async Task The_same_year_in_one_step_in_twelve_and_day_by_day_gives_the_same_books()
    {
        await using var world = await HistoryWorld.Start(DatabaseKind.Sqlite);
        foreach (var seed in SeedSettings.Years.Seeds)
        {
            var books = new List<string>();
            foreach (var steps in Ways)
            {
                books.Add(await Live(world, seed, steps));
            }

            Assert.True(books.Distinct().Count() == 1, $"Year {seed} differs: {DifferenceOf(books)}\nReplay it: {SeedSettings.Years.ReplayOf(seed)}");
        }

        Assert.True(!SeedSettings.Years.AreEnough || periods > FewestPeriods, "Hardly anything has happened.");
    }

    private async Task<string> Live(HistoryWorld world, int seed, int steps)
    {
        var random = new Random(seed);
        world.Time.MoveTo(FirstDay.AddDays(random.Next(Days)));
        var shop = await ServiceShop.Open(world, random, Customers);
        await Prepare(world, shop, random);
        await Calm.Down(world.Engine, world.Time, random, [shop], Calm.Soon);
        await PassAYear(shop, steps);
        await Calm.Down(world.Engine, world.Time, random, [shop], Calm.Soon);

        var verdict = new Verdict(shop);
        await verdict.Demand();
        await new ServiceVerdict(shop).Demand();
        periods += await shop.Read(db => db.ServicePeriods.CountAsync());
        var books = $"{await verdict.Story()}\n{await JournalOf(shop)}";
        await shop.Close();
        return books;
    }

    /// <summary>Anything may have happened before; then there is money for some of the year, and not for all of it.</summary>
    private static async Task Prepare(HistoryWorld world, ServiceShop shop, Random random)
    {
        var hand = new Hand(world, shop, random);
        for (var i = 0; i < Customers; i++)
        {
            await hand.Begin();
        }

        await hand.Act(ActsBefore);
        for (var i = 0; i < TopUpsOfEach * Customers; i++)
        {
            await hand.AddMore();
        }

        await hand.LetServicesExtendThemselves();
    }

    private static async Task PassAYear(ServiceShop shop, int steps)
    {
        var from = await shop.Now();
        for (var step = 1; step <= steps; step++)
        {
            var reply = await shop.MoveClock(from + (TimeSpan.FromDays(Days) * step / steps));
            Assert.Equal(StatusCodes.Status200OK, reply.Status);
        }
    }

    /// <summary>Each customer's journal line by line, customers in the order in which they came.</summary>
    private static Task<string> JournalOf(ServiceShop shop) => shop.Read(async db =>
    {
        var lines = await db.Operations.OrderBy(row => row.Sequence).ToListAsync();
        return string.Join('\n', shop.Customers.SelectMany((customer, number) => lines
            .Where(line => line.CustomerId.Value == customer)
            .Select(line => string.Create(
                CultureInfo.InvariantCulture,
                $"{number} {line.Sequence} {line.Kind} {line.OccurredAt:O} {line.MoneyMinor} {line.BonusMinor} {line.ReservedMinor} {line.BalanceAfterMinor} {line.BonusAfterMinor}"))));
    });

    /// <summary>The first line in which one way differs from another.</summary>
    private static string DifferenceOf(IReadOnlyList<string> books)
    {
        var first = books[0].Split('\n');
        foreach (var (other, steps) in books.Zip(Ways).Skip(1).Where(way => way.First != books[0]))
        {
            var line = first.Zip(other.Split('\n')).FirstOrDefault(pair => pair.First != pair.Second);
            return $"in one step\n  {line.First}\nin {steps}\n  {line.Second}";
        }

        return "";
    }
}
