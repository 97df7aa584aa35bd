using System.Data.Common;
using BillingHeadless.Server;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Security;
using BillingHeadless.Server.Platform.Start;
using BillingHeadless.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BillingHeadless.Tests.Api.Persistence;

/// <summary>Each database has its own migrations; together they make the model, from nothing and from the previous schema.</summary>
public sealed class MigrationTests
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Every_change_of_the_model_has_its_migration(DatabaseKind kind)
    {
        await using var files = await TestDatabase.Create(kind);
        await using var database = Open(files);
        await using var db = database.RentReader();

        Assert.False(db.Database.HasPendingModelChanges(), "Run api/MigrationDesign/add-migration.sh.");
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task A_start_from_nothing_makes_every_table(DatabaseKind kind)
    {
        await using var files = await TestDatabase.Create(kind);
        await using var database = Open(files);
        await database.Start(CancellationToken.None);

        await using var db = database.RentReader();
        var expected = db.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Order(StringComparer.Ordinal);
        await using var connection = await files.Connect();
        Assert.Equal(expected, (await AnyRows.Tables(connection, kind)).Order(StringComparer.Ordinal));
    }

    /// <summary>The schema of all migrations but the last. While there is only one, that is a database with a history and no table.</summary>
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task A_start_on_the_previous_schema_brings_it_up_and_keeps_its_rows(DatabaseKind kind)
    {
        await using var files = await TestDatabase.Create(kind);
        await MigrateTo(files, migrations => migrations.SkipLast(1).LastOrDefault() ?? Migration.InitialDatabase);
        var before = await FillEveryTable(files);

        await using var database = Open(files);
        await database.Start(CancellationToken.None);

        await using var db = database.RentReader();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        await AssertKept(files, before);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task A_start_on_the_present_schema_changes_nothing(DatabaseKind kind)
    {
        await using var files = await TestDatabase.Create(kind);
        await MigrateTo(files, migrations => migrations.Last());
        var before = await FillEveryTable(files);

        await using var database = Open(files);
        await database.Start(CancellationToken.None);

        Assert.NotEmpty(before);
        await AssertKept(files, before);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task A_database_of_a_newer_server_is_refused(DatabaseKind kind)
    {
        await using var files = await TestDatabase.Create(kind);
        await MigrateTo(files, migrations => migrations.Last());
        await files.Execute("insert into \"__EFMigrationsHistory\" values ('29991231235959_Later', '99.0')");

        await using var database = Open(files);

        Assert.Contains("29991231235959_Later", (await Assert.ThrowsAsync<CannotStartException>(() => database.Start(CancellationToken.None))).Message);
    }

    [Fact]
    public async Task A_start_that_was_killed_while_it_migrated_does_not_hold_up_the_next()
    {
        await using var files = await TestDatabase.Create(DatabaseKind.Sqlite);
        await MigrateTo(files, _ => Migration.InitialDatabase);
        await files.Execute("create table if not exists \"__EFMigrationsLock\" (\"Id\" integer primary key, \"Timestamp\" text not null)");
        await files.Execute("insert or replace into \"__EFMigrationsLock\" values (1, '2026-11-21 09:00:00+00:00')");

        await using var database = Open(files);
        await database.Start(CancellationToken.None);

        await using var db = database.RentReader();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    private static IDatabase Open(TestDatabase files)
    {
        var time = new TestTime();
        return Engine.Open(files, new OutboxCommit(new Domain.Kernel.IdSource(time, new SystemChance()), new Clock(time)));
    }

    private static async Task MigrateTo(TestDatabase files, Func<IEnumerable<string>, string> choose)
    {
        await using var db = files.OpenContext();
        await db.GetService<IMigrator>().MigrateAsync(choose(db.Database.GetMigrations()));
    }

    private static async Task<IReadOnlyDictionary<string, long>> FillEveryTable(TestDatabase files)
    {
        await using var connection = await files.Connect();
        await AnyRows.Insert(connection, files.Kind);
        return await CountRows(connection, await AnyRows.Tables(connection, files.Kind));
    }

    private static async Task AssertKept(TestDatabase files, IReadOnlyDictionary<string, long> before)
    {
        await using var connection = await files.Connect();
        var stillThere = (await AnyRows.Tables(connection, files.Kind)).Where(before.ContainsKey);
        var after = await CountRows(connection, stillThere);
        Assert.All(after, table => Assert.Equal(before[table.Key], table.Value));
    }

    private static async Task<IReadOnlyDictionary<string, long>> CountRows(DbConnection connection, IEnumerable<string> tables)
    {
        var counts = new Dictionary<string, long>();
        foreach (var table in tables)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"select count(*) from {table}";
            counts[table] = (long)(await command.ExecuteScalarAsync())!;
        }

        return counts;
    }
}
