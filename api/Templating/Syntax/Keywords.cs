using System.Collections.Frozen;

namespace BillingHeadless.Templating.Syntax;

internal static class Keywords
{
    public const string If = "if";
    public const string Else = "else";
    public const string End = "end";
    public const string For = "for";
    public const string In = "in";
    public const string While = "while";
    public const string TableRow = "tablerow";
    public const string Break = "break";
    public const string Continue = "continue";
    public const string Case = "case";
    public const string When = "when";
    public const string Capture = "capture";
    public const string Function = "func";
    public const string Do = "do";
    public const string Return = "ret";
    public const string With = "with";
    public const string Wrap = "wrap";
    public const string ReadOnly = "readonly";
    public const string Import = "import";
    public const string True = "true";
    public const string False = "false";
    public const string Null = "null";
    public const string This = "this";

    private static readonly FrozenSet<string> StatementWords = FrozenSet.ToFrozenSet(
    [
        If, Else, End, For, While, TableRow, Break, Continue, Case, When, Capture, Function, Return, With, Wrap, ReadOnly, Import,
    ]);

    /// <summary>Words that begin a statement. Inside an expression they are ordinary names.</summary>
    public static bool BeginsStatement(string name) => StatementWords.Contains(name);
}
