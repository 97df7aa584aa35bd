namespace BillingHeadless.Templating.Syntax;

internal enum TokenKind : byte
{
    EndOfFile,
    Text,
    CodeEnter,
    CodeExit,
    NewLine,
    SemiColon,
    Identifier,
    LocalIdentifier,
    Number,
    String,
    InterpolationStart,
    InterpolationMiddle,
    InterpolationEnd,
    OpenParenthesis,
    CloseParenthesis,
    OpenBracket,
    CloseBracket,
    OpenBrace,
    CloseBrace,
    Dot,
    OptionalDot,
    Range,
    RangeExclusive,
    Variadic,
    Comma,
    Colon,
    Question,
    Coalesce,
    CoalesceAssign,
    NotCoalesce,
    Pipe,
    Or,
    And,
    Not,
    Assign,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    ShiftLeft,
    ShiftRight,
    Plus,
    PlusAssign,
    Increment,
    Minus,
    MinusAssign,
    Decrement,
    Multiply,
    MultiplyAssign,
    Divide,
    DivideAssign,
    DivideRound,
    DivideRoundAssign,
    Modulus,
    ModulusAssign,
    Caret,
    At,
}

/// <summary>One word of a template.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it is.</param>
/// <param name="Value">The name, the literal's value, the text, or the indentation before a code block.</param>
/// <param name="SpaceBefore">Whether white space stands before it: <c>f [1]</c> is a call, <c>f[1]</c> an index.</param>
internal readonly record struct Token(TokenKind Kind, SourceSpan Span, object? Value = null, bool SpaceBefore = false)
{
    public string Name => (string)Value!;
}
