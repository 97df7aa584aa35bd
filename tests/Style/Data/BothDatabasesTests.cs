using System.Text.RegularExpressions;
using BillingHeadless.Tests.Style.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BillingHeadless.Tests.Style.Data;

/// <summary>Both databases run in the gate, always: a test class that needs one is written once and named twice.</summary>
public sealed class BothDatabasesTests
{
    private static readonly string[] Databases = ["Sqlite", "Postgres"];

    [Fact]
    public void What_runs_on_one_database_runs_on_the_other()
    {
        var classes = Repository.CodeUnder("tests/Api").SelectMany(file => file.Syntax.DescendantNodes().OfType<ClassDeclarationSyntax>()).ToList();
        var bases = classes.Where(type => type.Modifiers.Any(SyntaxKind.AbstractKeyword)).Select(type => type.Identifier.Text).ToHashSet();
        Rule.Holds(
            "Derive a class for each database.",
            from name in bases
            from database in Databases
            where !classes.Any(type => Derives(type, name) && type.Identifier.Text.EndsWith($"On{database}", StringComparison.Ordinal))
            select $"{name} does not run on {database}");
    }

    private static bool Derives(ClassDeclarationSyntax type, string name) =>
        type.BaseList?.Types.Any(entry => Regex.IsMatch(entry.Type.ToString(), $@"^{name}\b")) == true;
}
