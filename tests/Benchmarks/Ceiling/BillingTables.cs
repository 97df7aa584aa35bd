using BillingHeadless.Server.Platform.Persistence.Postgres;
using BillingHeadless.Server.Platform.Persistence.Sqlite;
using BillingHeadless.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BillingHeadless.Tests.Benchmarks.Ceiling;

/// <summary>The tables of the server's own model, with their keys.</summary>
public static class BillingTables
{
    /// <summary>Those that are referred to stand before those that refer.</summary>
    public static IReadOnlyList<ITable> InOrderOfReference(DatabaseKind kind)
    {
        using DbContext db = kind == DatabaseKind.Sqlite
            ? new SqliteBillingDb(new DbContextOptionsBuilder<SqliteBillingDb>().UseSqlite().Options)
            : new PostgresBillingDb(new DbContextOptionsBuilder<PostgresBillingDb>().UseNpgsql().Options);
        var waiting = db.Model.GetRelationalModel().Tables.OrderBy(table => table.Name, StringComparer.Ordinal).ToList();
        var ordered = new List<ITable>();
        while (waiting.Count > 0)
        {
            var next = waiting.First(table => table.ForeignKeyConstraints.All(key => key.PrincipalTable == table || ordered.Contains(key.PrincipalTable)));
            waiting.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }
}
