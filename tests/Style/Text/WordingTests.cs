using System.Text.RegularExpressions;
using BillingHeadless.Tests.Style.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BillingHeadless.Tests.Style.Text;

/// <summary>What must not be committed: unfinished work, tests that do not run, secrets, and places that only one machine knows.</summary>
public sealed partial class WordingTests
{
    /// <summary>This folder spells out what it forbids.</summary>
    private const string ThisFolder = "tests/Style";

    /// <summary>Where time or chance enter, each with its reason in the file.</summary>
    private static readonly string[] MayTakeTimeOrChance =
    [
        "api/SandboxProvider/SandboxProviderOptions.cs",
        "api/Server/Platform/Security/SystemChance.cs",
        "api/Server/Platform/Security/Vault.cs",
        "api/Templating/Functions/RegexCache.cs",
    ];

    [Fact]
    public void Nothing_is_left_unfinished() => Rule.Holds("Finish it, or leave it out.", Lines(Unfinished()));

    [Fact]
    public void No_secret_is_committed() => Rule.Holds("Take it out, and make a new one: this one is known now.", Lines(Secret()));

    [Fact]
    public void No_registry_and_no_machine_is_named() => Rule.Holds("Name no registry's host and no path of one machine.", Lines(Place()));

    [Fact]
    public void Every_test_runs() => Rule.Holds(
        "A test that does not run proves nothing.",
        (from file in Repository.CodeUnder("tests")
         from attribute in file.Syntax.DescendantNodes().OfType<AttributeSyntax>()
         where attribute.Name.ToString() is "Fact" or "Theory"
         from argument in attribute.ArgumentList?.Arguments ?? []
         where argument.NameEquals?.Name.ToString() is "Skip" or "SkipUnless" or "SkipWhen" or "Explicit"
         select file.At(attribute))
        .Concat(Lines(SkippedScript()).Where(line => line.StartsWith("tests/Browser/", StringComparison.Ordinal))));

    [Fact]
    public void Money_knows_no_floating_point() => Rule.Holds(
        "Money is whole minor units: no float, no double.",
        from file in Repository.CodeUnder("api/Domain").Concat(Repository.CodeUnder("sdk/Plugins"))
        from token in file.Syntax.DescendantTokens()
        where token.IsKind(SyntaxKind.FloatKeyword) || token.IsKind(SyntaxKind.DoubleKeyword) || token.Text is "Half" or "Single" or "Double"
        select file.At(token));

    [Fact]
    public void Time_and_chance_enter_at_named_places() => Rule.HoldsBut(
        MayTakeTimeOrChance,
        "Ask TimeProvider and IChance instead of lifting the ban.",
        from file in Repository.Code where !file.IsUnder(ThisFolder) && file.Text.Contains("RS0030", StringComparison.Ordinal) select file.Path);

    private static IEnumerable<string> Lines(Regex words) =>
        from file in Repository.Files
        where !file.IsUnder(ThisFolder) && file.Path != "package-lock.json"
        from line in file.Lines.Index()
        where words.IsMatch(line.Item)
        select $"{file.Path}:{line.Index + 1}";

    [GeneratedRegex(@"\b(TODO|FIXME|HACK)\b|NotImplementedException")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"-----BEGIN [A-Z ]*PRIVATE KEY|\bsk_live_[0-9A-Za-z]{16,}|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[0-9A-Za-z]{30,}")]
    private static partial Regex Secret();

    [GeneratedRegex(@"(api|www)\.nuget\.org|registry\.npmjs|deb\.debian\.org|registry\.yarnpkg|(?<![\w.])/(work|tmp/wt|home/\w+|Users/\w+)/")]
    private static partial Regex Place();

    [GeneratedRegex(@"\b(test|it|describe)\.(skip|only|todo)\b|\b(skip|todo): *(true|')")]
    private static partial Regex SkippedScript();
}
