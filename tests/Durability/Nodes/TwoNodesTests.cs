using BillingHeadless.Client;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Security;
using BillingHeadless.Tests.Durability.Processes;
using BillingHeadless.Tests.Kit;
using BillingHeadless.Tests.Node;

namespace BillingHeadless.Tests.Durability.Nodes;

/// <summary>Two nodes, each a real process, share the jobs of one PostgreSQL database, and one of them is killed among them.</summary>
public sealed class TwoNodesTests : IAsyncLifetime
{
    private const int Jobs = 1_000;

    /// <summary>A batch is one commit that claims and one for each of its jobs: this one lies within the fifth batch.</summary>
    private const int FatalCommit = 100;

    private readonly TestTime time = new();
    private TestDatabase database = null!;
    private NodeProcess killed = null!;
    private NodeProcess other = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.Create(DatabaseKind.Postgres);
        killed = await NodeProcess.Start(database);
        other = await NodeProcess.Start(database);
        await PlanJobs();
    }

    public async Task DisposeAsync()
    {
        await killed.DisposeAsync();
        await other.DisposeAsync();
        await database.DisposeAsync();
    }

    [Theory]
    [InlineData("before")]
    [InlineData("after")]
    public async Task Every_job_takes_effect_once_when_a_node_is_killed_midway(string moment)
    {
        await killed.Tell($"{moment} {FatalCommit}");

        await Task.WhenAll(killed.Tell("jobs"), other.Tell("jobs"));

        Assert.Equal("a commit, while the job test.countEffect runs", killed.DiedAt);
        Assert.InRange(await Count($"select count(*) from jobs where kind = '{CountEffect.Kind}' and state = 'Waiting'"), 1, Server.Limits.JobsPerClaim);
        await InheritLeases();
        Assert.Equal(0, await Count($"select count(*) from jobs where kind = '{CountEffect.Kind}' and state <> 'Done'"));
        Assert.Equal(Jobs, await Count("select count(*) from effects"));
        Assert.Equal(Jobs, await Count("select count(distinct job_key) from effects"));
    }

    /// <summary>What the dead node had taken is free when its leases have run out.</summary>
    private async Task InheritLeases()
    {
        time.Advance(Server.Limits.JobLease);
        await other.Tell($"time {time.Now:O}");
        await other.Tell("jobs");
    }

    private async Task PlanJobs()
    {
        var made = await BillingClient.Connect(other.Address, RunningServer.PlatformKey).CreateMerchantAsync(TestMerchant.Request());
        await database.Execute(CountEffect.Table);
        await using var db = database.OpenContext();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var ids = new IdSource(time, new SystemChance());
        for (var number = 0; number < Jobs; number++)
        {
            await JobRow.Insert(db, CountEffect.For(new Id<Merchant>(made.Id), number, time.Now), ids, TimeSpan.Zero, CancellationToken.None);
        }

        await transaction.CommitAsync();
    }

    private async Task<long> Count(string sql) => Convert.ToInt64(await database.Execute(sql));
}
