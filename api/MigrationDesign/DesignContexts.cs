using BillingHeadless.Server.Platform.Persistence.Postgres;
using BillingHeadless.Server.Platform.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace BillingHeadless.MigrationDesign;

/// <summary>How <c>dotnet ef</c> makes a context: it reads the model and connects to nothing.</summary>
public sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteBillingDb>
{
    public SqliteBillingDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteBillingDb>().UseSqlite().Options);
}

public sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresBillingDb>
{
    public PostgresBillingDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgresBillingDb>().UseNpgsql().Options);
}
