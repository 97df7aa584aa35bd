namespace BillingHeadless.Tests.Kit;

/// <summary>The two databases that everything runs on.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}
