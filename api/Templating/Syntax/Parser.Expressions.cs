using BillingHeadless.Templating.Nodes;

namespace BillingHeadless.Templating.Syntax;

internal sealed partial class Parser
{
    private static bool StartsExpression(Token token) => token.Kind is
        TokenKind.Identifier or TokenKind.LocalIdentifier or TokenKind.Number or TokenKind.String or TokenKind.InterpolationStart
        or TokenKind.OpenParenthesis or TokenKind.OpenBracket or TokenKind.OpenBrace or TokenKind.Not or TokenKind.Minus or TokenKind.Plus
        or TokenKind.At or TokenKind.Caret or TokenKind.Increment or TokenKind.Decrement;

    /// <summary>Reads an expression with its pipes and conditions, which bind weakest.</summary>
    private Expression ParseExpression()
    {
        Enter();
        var left = ParseBinary(Precedence.Lowest, allowsCall: true);
        while (true)
        {
            if (TakePipe()) left = ParsePipe(left);
            else if (Current.Kind is TokenKind.Question) left = ParseConditional(left);
            else break;
        }

        Leave();
        return left;
    }

    /// <summary>A pipe may begin the next line.</summary>
    private bool TakePipe()
    {
        var index = _index;
        while (_tokens[index].Kind is TokenKind.NewLine) index++;
        if (_tokens[index].Kind is not TokenKind.Pipe) return false;
        _index = index;
        Take();
        SkipNewLines();
        return true;
    }

    private Expression ParsePipe(Expression from)
    {
        if (!StartsExpression(Current)) throw Missing(Form.Pipe);
        return Bounded(Feed(ParseBinary(Precedence.Lowest, allowsCall: true), from));
    }

    /// <summary>Passes a value to the function that an expression calls first.</summary>
    private Expression Feed(Expression to, Expression from) => to switch
    {
        Call call => Noted(call.WithFirst(from), before: call),
        Nested nested => new Nested(_source, nested.Span, Feed(nested.Inner, from)),
        BinaryOperation operation => operation.WithLeft(Feed(operation.Left, from)),
        LogicalOperation operation => operation.WithLeft(Feed(operation.Left, from)),
        UnaryOperation operation => operation.WithOperand(Feed(operation.Operand, from)),
        Alias alias => Feed(alias.Operand, from),
        _ => Noted(new Call(_source, to.Span, to, [], []).WithFirst(from)),
    };

    private Conditional ParseConditional(Expression condition)
    {
        Take();
        SkipNewLines();
        var yes = ParseRequired(Form.Conditional);
        SkipNewLinesBefore(TokenKind.Colon);
        if (Current.Kind is not TokenKind.Colon) throw Missing(Form.Conditional, "`:`");
        Take();
        SkipNewLines();
        var no = ParseRequired(Form.Conditional);
        return Bounded(new Conditional(_source, From(condition.Span), condition, yes, no));
    }

    private void SkipNewLinesBefore(TokenKind kind)
    {
        var index = _index;
        while (_tokens[index].Kind is TokenKind.NewLine) index++;
        if (_tokens[index].Kind == kind) _index = index;
    }

    /// <summary>Reads operators that bind more strongly than a minimum.</summary>
    /// <param name="minimum">The minimum.</param>
    /// <param name="allowsCall">Whether a name with values behind it is a call; not among the arguments of such a call.</param>
    private Expression ParseBinary(int minimum, bool allowsCall)
    {
        var left = ParseOperand(allowsCall);
        while (Precedence.Of(Current.Kind) is var precedence && precedence > minimum)
        {
            var sign = Take();
            SkipNewLines();
            if (!StartsExpression(Current)) throw Missing(Form.Binary, "an <expression> to the right of the operator");
            left = Bounded(Operation(sign, left, ParseBinary(precedence, allowsCall)));
        }

        return left;
    }

    private Expression Operation(Token sign, Expression left, Expression right) => Precedence.Logical(sign.Kind) is { } logical
        ? new LogicalOperation(_source, left.Span.To(right.Span), logical, left, right)
        : new BinaryOperation(_source, Precedence.Binary(sign.Kind)!.Value, sign.Span, left, right);
}
