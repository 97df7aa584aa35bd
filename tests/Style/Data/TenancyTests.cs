using BillingHeadless.Domain.Kernel;
using BillingHeadless.Tests.Style.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BillingHeadless.Tests.Style.Data;

/// <summary>Design rule 9: every row has its merchant, every query is filtered by it, every unique index starts with it.</summary>
public sealed class TenancyTests
{
    private const string MerchantColumn = "merchant_id";

    /// <summary>What the installation has, not a merchant.</summary>
    private static readonly string[] TablesOfNobody = ["installations", "merchants", "plugin_nodes", "plugin_packages", "signing_keys", "wanted_plugins"];

    /// <summary>Looked up by the hash of a key or token that somebody shows, before it is known whose it is.</summary>
    private static readonly string[] UniqueForAll = ["api_keys(hash)", "licences(key_hash)", "sessions(token_hash)"];

    /// <summary>Keys, tokens and public addresses tell whose they are only when they are found; after that the filter holds.</summary>
    private static readonly string[] MayLookAcross =
    [
        "api/Server/Hosted/Owners.cs",
        "api/Server/Licences/LicenceUse.cs",
        "api/Server/Platform/Http/Authentication.cs",

        // Expired keys, whoever's they are.
        "api/Server/Platform/Http/ForgetIdempotencyKeys.cs",

        // Figures of the whole installation.
        "api/Server/Platform/Operations/BusinessFigures.cs",

        // What waits for a plugin, whoever's it is.
        "api/Server/Platform/Plugins/PluginReturn.cs",
        "api/Server/Platform/Plugins/WaitingPayments.cs",

        // Whoever uses a gateway is asked before another version of it takes over.
        "api/Server/Plugins/PluginProof.cs",
    ];

    public static TheoryData<string> Engines => [.. DatabaseModels.All.Keys];

    [Theory]
    [MemberData(nameof(Engines))]
    public void Every_table_has_a_merchant(string engine) => Rule.HoldsBut(
        TablesOfNobody,
        "Make it IOwned, or name it among the tables of nobody and say why.",
        from entity in TablesOf(engine)
        where entity.GetProperties().All(property => property.GetColumnName() != MerchantColumn)
        select entity.GetTableName()!);

    [Theory]
    [MemberData(nameof(Engines))]
    public void Every_query_is_filtered_by_the_merchant(string engine) => Rule.HoldsBut(
        TablesOfNobody,
        "Make it IOwned: then no query can forget the merchant.",
        from entity in TablesOf(engine)
        where !typeof(IOwned).IsAssignableFrom(entity.ClrType) || entity.GetDeclaredQueryFilters().Count == 0
        select entity.GetTableName()!);

    [Theory]
    [MemberData(nameof(Engines))]
    public void Every_unique_index_starts_with_the_merchant(string engine) => Rule.HoldsBut(
        UniqueForAll,
        "Begin the index with MerchantId, or name it among those that are unique for all and say why.",
        from entity in TablesOf(engine)
        where !TablesOfNobody.Contains(entity.GetTableName())
        from index in entity.GetIndexes()
        where index.IsUnique && index.Properties[0].GetColumnName() != MerchantColumn
        select $"{entity.GetTableName()}({string.Join(", ", index.Properties.Select(property => property.GetColumnName()))})");

    [Fact]
    public void Few_places_look_across_merchants() => Rule.HoldsBut(
        MayLookAcross,
        "Let the filter stand. Where all merchants are served, name the file here.",
        from file in Repository.CodeUnder("api/Server")
        where file.Syntax.DescendantTokens().Any(token => token.Text == "IgnoreQueryFilters")
        select file.Path);

    private static IEnumerable<IEntityType> TablesOf(string engine) => DatabaseModels.All[engine].GetEntityTypes().Where(entity => entity.GetTableName() is not null);
}
