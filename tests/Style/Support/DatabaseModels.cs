using BillingHeadless.Server.Platform.Persistence.Postgres;
using BillingHeadless.Server.Platform.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BillingHeadless.Tests.Style.Support;

/// <summary>The model as each database has it; nothing is opened for it.</summary>
internal static class DatabaseModels
{
    public static IReadOnlyDictionary<string, IModel> All { get; } = new Dictionary<string, IModel>
    {
        ["SQLite"] = ModelOf(new SqliteBillingDb(new DbContextOptionsBuilder<SqliteBillingDb>().UseSqlite("Data Source=:memory:").Options)),
        ["PostgreSQL"] = ModelOf(new PostgresBillingDb(new DbContextOptionsBuilder<PostgresBillingDb>().UseNpgsql("Host=nowhere").Options)),
    };

    private static IModel ModelOf(DbContext db)
    {
        using (db)
        {
            return db.GetService<IDesignTimeModel>().Model;
        }
    }
}
