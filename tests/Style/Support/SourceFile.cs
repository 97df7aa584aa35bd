using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BillingHeadless.Tests.Style.Support;

/// <summary>A file of the repository by its path from the root.</summary>
internal sealed class SourceFile(string path, string text)
{
    private readonly Lazy<SyntaxNode> syntax = new(() => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot());

    public string Path => path;

    public string Text => text;

    public string[] Lines { get; } = text.Split('\n');

    public string Name => System.IO.Path.GetFileNameWithoutExtension(path);

    public bool IsCode => path.EndsWith(".cs", StringComparison.Ordinal);

    public bool IsGenerated => path.Contains("/Generated/", StringComparison.Ordinal) || path.Contains("/Migrations/", StringComparison.Ordinal);

    public SyntaxNode Syntax => syntax.Value;

    public bool IsUnder(string folder) => path.StartsWith(folder + "/", StringComparison.Ordinal);

    /// <summary>Where a piece of the syntax stands, as an editor opens it.</summary>
    public string At(SyntaxNodeOrToken node) => $"{path}:{node.GetLocation()!.GetLineSpan().StartLinePosition.Line + 1}";
}
