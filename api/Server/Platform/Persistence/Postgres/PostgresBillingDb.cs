using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Platform.Persistence.Postgres;

public sealed class PostgresBillingDb(DbContextOptions<PostgresBillingDb> options) : BillingDb(options)
{
    /// <summary>Text is ordered byte by byte, whatever language the server was set up for: so is it on SQLite, and so are the due jobs of one instant.</summary>
    private const string ByteOrder = "C";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        var texts = modelBuilder.Model.GetEntityTypes()
            .SelectMany(entity => entity.GetProperties())
            .Where(property => (property.GetValueConverter()?.ProviderClrType ?? property.GetProviderClrType() ?? property.ClrType) == typeof(string));
        foreach (var property in texts)
        {
            property.SetCollation(ByteOrder);
        }
    }
}
