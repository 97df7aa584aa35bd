using System.Reflection;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BillingHeadless.Tests.Api.Persistence;

/// <summary>Whatever is written is read back the same, for every entity on both databases: to the microsecond, beyond 2^53, in any script.</summary>
public sealed class RoundTripTests
{
    [Theory, ClassData(typeof(EachDatabase))]
    public Task Rows_with_every_value_given(DatabaseKind kind) => WriteAndRead(kind, isFull: true);

    [Theory, ClassData(typeof(EachDatabase))]
    public Task Rows_with_every_optional_value_left_out(DatabaseKind kind) => WriteAndRead(kind, isFull: false);

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Texts_are_ordered_by_their_characters_codes(DatabaseKind kind)
    {
        string[] ordered = ["Z", "a", "a-b", "ab", "É", "б", "є"];
        await using var engine = await Engine.Start(kind);
        await engine.Write(db =>
        {
            foreach (var name in ordered.Reverse())
            {
                engine.AddProduct(db, name);
            }
        });

        Assert.Equal(ordered, await engine.ProductNames());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Instants_and_dates_are_compared_by_the_database(DatabaseKind kind)
    {
        await using var engine = await Engine.Start(kind);
        var now = engine.Time.Now;
        var microsecond = TimeSpan.FromMicroseconds(1);

        async Task<(int Before, int After)> Count() => await engine.Reader.Read(engine.Merchant, async db => (
            await db.Merchants.CountAsync(row => row.CreatedAt < now + microsecond),
            await db.Merchants.CountAsync(row => row.CreatedAt < now)));

        Assert.Equal((1, 0), await Count());
    }

    private static async Task WriteAndRead(DatabaseKind kind, bool isFull)
    {
        await using var files = await TestDatabase.Create(kind);
        await using (var schema = files.OpenContext())
        {
            await schema.Database.MigrateAsync();
        }

        await using var writing = files.OpenContext(enforcesForeignKeys: false);
        var rows = writing.Model.GetEntityTypes().Where(type => !type.IsOwned()).Select(type => Make(writing, type, isFull)).ToList();
        await writing.SaveChangesAsync();

        await using var reading = files.OpenContext();
        reading.Merchant = Samples.Merchant;
        foreach (var row in rows)
        {
            var type = writing.Entry(row).Metadata;
            var key = type.FindPrimaryKey()!.Properties.Select(property => writing.Entry(row).Property(property).CurrentValue).ToArray();
            var found = await reading.FindAsync(type.ClrType, key);
            Assert.NotNull(found);
            Assert.Equal(Describe(writing, type, row), Describe(reading, type, found));
        }
    }

    private static object Make(BillingDb db, IEntityType type, bool isFull)
    {
        var row = Activator.CreateInstance(type.ClrType, nonPublic: true)!;
        var entry = db.Entry(row);
        foreach (var property in type.GetProperties())
        {
            entry.Property(property).CurrentValue = property.IsNullable && !isFull ? null : Samples.Of(property.ClrType, property.GetMaxLength());
        }

        entry.State = EntityState.Added;
        return row;
    }

    private static string Describe(BillingDb db, IEntityType type, object row) => string.Join(
        '\n',
        type.GetProperties().Select(property => $"{type.ClrType.Name}.{property.Name} = {Structure.Describe(db.Entry(row).Property(property).CurrentValue)}"));
}
