using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api;

/// <summary>Tests that need no server of their own share one for each database, one after the other; each has its own merchant.</summary>
[CollectionDefinition(nameof(OnSqlite))]
public sealed class OnSqlite : ICollectionFixture<ServerOnSqlite>;

/// <inheritdoc cref="OnSqlite"/>
[CollectionDefinition(nameof(OnPostgres))]
public sealed class OnPostgres : ICollectionFixture<ServerOnPostgres>;
