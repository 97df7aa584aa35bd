using System.Text.RegularExpressions;
using BillingHeadless.Tests.Style.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BillingHeadless.Tests.Style.Data;

/// <summary>Only <c>Persistence/Sqlite</c> and <c>Persistence/Postgres</c> know which database there is.</summary>
public sealed partial class EngineWordTests
{
    private static readonly string[] Homes = ["api/Server/Platform/Persistence/Sqlite", "api/Server/Platform/Persistence/Postgres"];

    /// <summary>Where a person chooses the database, and where the choice is carried out.</summary>
    private static readonly string[] Doors =
    [
        "api/Server/Platform/Persistence/PersistenceSetup.cs",
        "api/Server/Platform/Start/DataDirectory.cs",
        "api/Server/Platform/Start/MasterKey.cs",
    ];

    [Fact]
    public void Engine_words_stand_under_Persistence_alone() => Rule.HoldsBut(
        Doors,
        "Move what knows the database to Persistence/Sqlite and Persistence/Postgres.",
        from file in Repository.CodeUnder("api/Server").Concat(Repository.CodeUnder("api/Domain"))
        where !Homes.Any(file.IsUnder)
        where file.Syntax.DescendantTokens().Any(IsEngineWord)
        select file.Path);

    private static bool IsEngineWord(SyntaxToken token) =>
        (token.IsKind(SyntaxKind.IdentifierToken) || token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken))
        && EngineWord().IsMatch(token.Text);

    [GeneratedRegex("sqlite|npgsql|postgres|pragma ", RegexOptions.IgnoreCase)]
    private static partial Regex EngineWord();
}
