using BillingHeadless.Tests.Style.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BillingHeadless.Tests.Style.Text;

/// <summary>What is read at one sight is short.</summary>
public sealed class LengthTests
{
    private const int MethodLines = 50;
    private const int FileLines = 400;
    private static readonly string[] Written = [".cs", ".sh", ".mjs", ".js", ".ts", ".css", ".html"];

    [Fact]
    public void No_method_has_more_than_50_lines() => Rule.Holds(
        $"A method has {MethodLines} lines at most: find the idea in it that wants a name of its own.",
        from file in Repository.Code
        from method in file.Syntax.DescendantNodes()
        where method is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax or AnonymousFunctionExpressionSyntax
        let lines = LinesOf(method)
        where lines > MethodLines
        select $"{file.At(method)} has {lines} lines");

    [Fact]
    public void No_file_written_by_hand_has_more_than_400_lines() => Rule.Holds(
        $"A file has {FileLines} lines at most: it holds more than one idea.",
        from file in Repository.Files
        where Written.Contains(Path.GetExtension(file.Path)) && !file.IsGenerated
        let lines = file.Text.AsSpan().Count('\n')
        where lines > FileLines
        select $"{file.Path} has {lines} lines");

    private static int LinesOf(SyntaxNode method)
    {
        var span = method.GetLocation().GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }
}
