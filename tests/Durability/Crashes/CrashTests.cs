using BillingHeadless.Tests.Durability.Processes;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Durability.Crashes;

/// <summary>
/// The process may be killed at any point, and nothing is lost and nothing happens twice. The points are found: one purchase with a
/// refund is carried through and every commit, every call and every letter on its way is counted; then the same is done once for each
/// of them and a real process kills itself there, just before it and once more just after it.
/// </summary>
/// <remarks>
/// A process that is killed while a call is under way is, to the world, one that is killed just after it: the provider has it and nobody
/// has read the answer. Each node serves the end of one purchase and the beginning of the next, of another merchant: so one start is
/// enough for a crash.
/// </remarks>
public abstract class CrashTests(DatabaseKind kind) : IAsyncLifetime
{
    private readonly HttpClient browser = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly List<string> failures = [];
    private readonly Queue<Seller> sellers = [];
    private ProviderProcess provider = null!;
    private Installation server = null!;

    public async Task InitializeAsync()
    {
        provider = await ProviderProcess.Start();
        server = await Installation.Start(kind);
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await server.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task A_purchase_and_a_refund_in_part_survive_a_crash_at_every_point()
    {
        var right = await KillEverywhere(PurchasePlan.WithMessage);

        Assert.Equal("firm.bitrix24.ua Active until 2026-12-20T22:00:00.0000000+00:00", right["licences"]);
        Assert.Equal("19000; -4000", right["provider's book"]);
    }

    [Fact]
    public async Task A_charge_that_nobody_tells_of_and_a_whole_refund_survive_a_crash_at_every_point()
    {
        var right = await KillEverywhere(PurchasePlan.InSilence);

        Assert.Equal("19000; -19000", right["provider's book"]);
    }

    private async Task<Outcome> KillEverywhere(PurchasePlan plan)
    {
        var (right, points) = await Carry(plan, crash: null);
        Assert.NotEmpty(points);
        await OpenSellers(plan, 2 * points.Count);
        foreach (var crash in Crash.AtAll(points))
        {
            await Compare(plan, crash, right);
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
        return right;
    }

    private async Task<(Outcome Outcome, IReadOnlyList<string> Points)> Carry(PurchasePlan plan, Crash? crash)
    {
        await OpenSellers(plan, sellers.Count == 0 ? 1 : 0);
        var purchase = new Purchase(server, sellers.Dequeue(), plan);
        return (await purchase.Carry(crash), purchase.Points);
    }

    /// <summary>A node that has been up for a while makes them sooner than one that has just been started.</summary>
    private async Task OpenSellers(PurchasePlan plan, int count)
    {
        for (var made = 0; made < count; made++)
        {
            sellers.Enqueue(await Seller.Open(server, browser, provider.Address, plan.Acts));
        }
    }

    /// <summary>After a failure the next crash finds a new database: what this one has left must not spoil it.</summary>
    private async Task Compare(PurchasePlan plan, Crash crash, Outcome right)
    {
        var wrong = new List<string>();
        try
        {
            var (outcome, _) = await Carry(plan, crash);
            wrong.AddRange(server.Deaths is [var death] && death == crash.Point ? [] : [$"it died at [{string.Join("; ", server.Deaths)}]"]);
            wrong.AddRange(outcome.DifferencesFrom(right));
        }
        catch (Exception exception)
        {
            wrong.Add(exception.ToString());
        }

        if (wrong.Count > 0)
        {
            failures.Add($"{crash}\n  {string.Join("\n  ", wrong)}");
            await server.DisposeAsync();
            server = await Installation.Start(kind);
            sellers.Clear();
        }
    }
}

public sealed class CrashesOnSqlite() : CrashTests(DatabaseKind.Sqlite);

public sealed class CrashesOnPostgres() : CrashTests(DatabaseKind.Postgres);
