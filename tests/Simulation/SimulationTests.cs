using BillingHeadless.Domain.Events;
using BillingHeadless.Tests.Simulation.Troubles;
using Microsoft.Data.Sqlite;

namespace BillingHeadless.Tests.Simulation;

/// <summary>
/// The whole engine on virtual time, out of one seed, in one process. <c>BILLING_SIMULATION_SEEDS=1000 dotnet test tests/Simulation</c>
/// runs more seeds; <c>BILLING_SIMULATION_SEED=17</c> replays one.
/// </summary>
public sealed class SimulationTests
{
    /// <summary>Without these a run would prove little.</summary>
    private static readonly string[] MustHappen =
    [
        .. Enum.GetNames<Trouble>(),
        EventTypes.OrderPaid, EventTypes.OrderCancelled, EventTypes.OrderRefunded, EventTypes.InvoiceExpired, EventTypes.PaymentDeclined,
        EventTypes.PaymentUnknown, EventTypes.RefundSucceeded, EventTypes.RefundDeclined, EventTypes.LicenceExtended, EventTypes.LicenceRevoked,
    ];

    [Fact]
    public async Task Whatever_goes_wrong_the_books_hold_and_the_provider_says_the_same()
    {
        var seeds = SeedSettings.Simulation.Seeds.ToList();
        var happened = new HashSet<string>();
        foreach (var seed in seeds)
        {
            happened.UnionWith((await Run.Of(seed)).Happened);
        }

        Assert.Empty(seeds.Count > 1 ? MustHappen.Except(happened) : []);
    }

    [Fact]
    public async Task The_same_seed_goes_the_same_way()
    {
        var (first, second, another) = (await Run.Of(1), await Run.Of(1), await Run.Of(2));

        Assert.Equal(first.Fingerprints, second.Fingerprints);
        Assert.NotEqual(first.Fingerprints, another.Fingerprints);
    }

    [Fact]
    public async Task What_does_not_hold_is_named_with_its_seed()
    {
        var failure = await Assert.ThrowsAsync<SimulationFailure>(() => Run.Of(3, LoseTransfer));

        Assert.Contains("The books do not hold", failure.Message, StringComparison.Ordinal);
        Assert.Contains("BILLING_SIMULATION_SEED=3 dotnet test tests/Simulation", failure.Message, StringComparison.Ordinal);
    }

    private static async Task LoseTransfer(string directory)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(directory, "billing.db")};Pooling=False;Foreign Keys=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "delete from transfers where entry_id = (select min(entry_id) from transfers where phase = 'Posted')";
        Assert.NotEqual(0, await command.ExecuteNonQueryAsync());
    }
}
