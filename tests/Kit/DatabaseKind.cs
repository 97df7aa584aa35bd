using Xunit;

namespace BillingHeadless.Tests.Kit;

/// <summary>The two databases that everything runs on.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>For a theory that runs once on each: <c>[Theory, ClassData(typeof(EachDatabase))]</c>.</summary>
public sealed class EachDatabase : TheoryData<DatabaseKind>
{
    public EachDatabase() => AddRange([DatabaseKind.Sqlite, DatabaseKind.Postgres]);
}
