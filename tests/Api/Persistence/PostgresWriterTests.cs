using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Tests.Api.Persistence;

/// <summary>Writes that run side by side: races are run again, a bounded number of times; a broken connection costs one answer.</summary>
public sealed class PostgresWriterTests
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Of_two_writes_on_one_version_the_loser_is_run_again()
    {
        await using var engine = await Engine.Start(DatabaseKind.Postgres);
        var (runs, bothHaveRead) = (0, new TaskCompletionSource());

        Task Race() => engine.Write(async (db, cancel) =>
        {
            var merchant = await db.Merchants.SingleAsync(cancel);
            if (Interlocked.Increment(ref runs) == 2)
            {
                bothHaveRead.SetResult();
            }

            await bothHaveRead.Task;
            merchant.MoveClock(engine.Time.Now + merchant.ClockOffset + Step, engine.Time.Now);
        });

        await Task.WhenAll(Race(), Race());

        Assert.Equal(3, runs);
        Assert.Equal(2 * Step, await engine.Reader.Read(engine.Merchant, db => db.Merchants.Select(merchant => merchant.ClockOffset).SingleAsync()));
    }

    [Fact]
    public async Task Of_two_writes_of_one_new_row_the_loser_is_run_again()
    {
        await using var engine = await Engine.Start(DatabaseKind.Postgres);
        var (runs, bothHaveLooked) = (0, new TaskCompletionSource());

        Task Race() => engine.Write(async (db, cancel) =>
        {
            var isThere = await db.SigningKeys.AnyAsync(cancel);
            if (Interlocked.Increment(ref runs) == 2)
            {
                bothHaveLooked.SetResult();
            }

            await bothHaveLooked.Task;
            if (!isThere)
            {
                db.SigningKeys.Add(Server.Platform.Security.SigningKeyRow.Create("first", "cipher", engine.Time.Now));
            }
        });

        await Task.WhenAll(Race(), Race());

        Assert.Equal(3, runs);
    }

    [Fact]
    public async Task While_a_write_decides_about_a_customers_money_no_other_does_but_other_customers_do_not_wait()
    {
        await using var engine = await Engine.Start(DatabaseKind.Postgres);
        var (one, other) = (await engine.AddCustomer(), await engine.AddCustomer());

        var meanwhile = await engine.Writer.Write(
            engine.Merchant,
            Turn.OfCustomer(one),
            async (_, _) => (One: await CouldTakeTurn(engine, one), Other: await CouldTakeTurn(engine, other)),
            CancellationToken.None);

        Assert.Equal((false, true), meanwhile);
        Assert.True(await CouldTakeTurn(engine, one));
    }

    [Fact]
    public async Task A_write_that_always_loses_ends_with_a_sentence()
    {
        await using var engine = await Engine.Start(DatabaseKind.Postgres);
        var runs = 0;

        var refused = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => engine.Write(async (db, cancel) =>
        {
            runs++;
            var merchant = await db.Merchants.SingleAsync(cancel);
            await engine.Write((other, token) => other.Merchants.ExecuteUpdateAsync(row => row.SetProperty(m => m.Version, m => m.Version + 1), token), cancel);
            merchant.MoveClock(engine.Time.Now + Step, engine.Time.Now);
        }));

        Assert.Equal(Limits.WriteAttempts, runs);
        Assert.Contains("same thing", refused.Message);
    }

    [Fact]
    public async Task A_connection_that_breaks_in_a_write_leaves_nothing_of_it()
    {
        await using var engine = await Engine.Start(DatabaseKind.Postgres);

        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => engine.Write(async (db, cancel) =>
        {
            engine.AddProduct(db, "lost");
            await db.SaveChangesAsync(cancel);
            await db.Database.ExecuteSqlRawAsync("select pg_terminate_backend(pg_backend_pid())", cancel);
        }));

        await engine.Write(db => engine.AddProduct(db, "kept"));
        Assert.Equal(["kept"], await engine.ProductNames());
        Assert.Equal([1], await engine.EventSequences());
    }

    private static Task<bool> CouldTakeTurn(Engine engine, Id<Customer> customer) => engine.Writer.Write(
        engine.Merchant,
        (db, cancel) => db.Database.SqlQuery<bool>($"select pg_try_advisory_xact_lock(hashtextextended({customer.Value}, 0)) as \"Value\"").SingleAsync(cancel),
        CancellationToken.None);
}
