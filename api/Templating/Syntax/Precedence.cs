using BillingHeadless.Templating.Nodes;
using BillingHeadless.Templating.Runtime;

namespace BillingHeadless.Templating.Syntax;

/// <summary>How strongly operators bind.</summary>
internal static class Precedence
{
    public const int Lowest = 0;
    public const int Coalesce = 1;
    public const int Or = 2;
    public const int And = 3;
    private const int Equality = 4;
    private const int Comparison = 5;
    private const int Shift = 6;
    private const int Sum = 7;
    private const int Product = 8;
    private const int Range = 9;

    public static int Of(TokenKind kind) => Logical(kind) is { } logical ? Of(logical) : Binary(kind) is { } binary ? Of(binary) : Lowest;

    public static LogicalOperator? Logical(TokenKind kind) => kind switch
    {
        TokenKind.And => LogicalOperator.And,
        TokenKind.Or => LogicalOperator.Or,
        TokenKind.Coalesce => LogicalOperator.Coalesce,
        TokenKind.NotCoalesce => LogicalOperator.NotCoalesce,
        _ => null,
    };

    public static BinaryOperator? Binary(TokenKind kind) => kind switch
    {
        TokenKind.Plus => BinaryOperator.Add,
        TokenKind.Minus => BinaryOperator.Subtract,
        TokenKind.Multiply => BinaryOperator.Multiply,
        TokenKind.Divide => BinaryOperator.Divide,
        TokenKind.DivideRound => BinaryOperator.DivideRound,
        TokenKind.Modulus => BinaryOperator.Modulus,
        TokenKind.ShiftLeft => BinaryOperator.ShiftLeft,
        TokenKind.ShiftRight => BinaryOperator.ShiftRight,
        TokenKind.Equal => BinaryOperator.Equal,
        TokenKind.NotEqual => BinaryOperator.NotEqual,
        TokenKind.Less => BinaryOperator.Less,
        TokenKind.LessOrEqual => BinaryOperator.LessOrEqual,
        TokenKind.Greater => BinaryOperator.Greater,
        TokenKind.GreaterOrEqual => BinaryOperator.GreaterOrEqual,
        TokenKind.Range => BinaryOperator.Range,
        TokenKind.RangeExclusive => BinaryOperator.RangeExclusive,
        _ => null,
    };

    private static int Of(LogicalOperator sign) => sign switch { LogicalOperator.And => And, LogicalOperator.Or => Or, _ => Coalesce };

    private static int Of(BinaryOperator sign) => sign switch
    {
        BinaryOperator.Equal or BinaryOperator.NotEqual => Equality,
        BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual => Comparison,
        BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight => Shift,
        BinaryOperator.Add or BinaryOperator.Subtract => Sum,
        BinaryOperator.Range or BinaryOperator.RangeExclusive => Range,
        _ => Product,
    };
}
