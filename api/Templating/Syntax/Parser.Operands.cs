using BillingHeadless.Templating.Nodes;
using BillingHeadless.Templating.Runtime;

namespace BillingHeadless.Templating.Syntax;

internal sealed partial class Parser
{
    private Expression ParseOperand(bool allowsCall)
    {
        if (IsUnary(Current.Kind)) return ParseUnary(allowsCall);
        var operand = ParsePostfix(ParsePrimary());
        return allowsCall && StartsArgument() ? ParseCall(operand) : operand;
    }

    private static bool IsUnary(TokenKind kind) => kind is TokenKind.Not or TokenKind.Minus or TokenKind.Plus
        or TokenKind.At or TokenKind.Caret or TokenKind.Increment or TokenKind.Decrement;

    private Expression ParseUnary(bool allowsCall)
    {
        Enter();
        var sign = Take();
        if (!StartsExpression(Current)) throw Missing(Form.Unary);
        var isNumeric = sign.Kind is TokenKind.Not or TokenKind.Minus or TokenKind.Plus;
        var operand = ParseOperand(allowsCall && isNumeric);
        Leave();
        var span = From(sign.Span);
        return Bounded<Expression>(sign.Kind switch
        {
            TokenKind.Not => new UnaryOperation(_source, span, UnaryOperator.Not, operand),
            TokenKind.Minus => new UnaryOperation(_source, span, UnaryOperator.Negate, operand),
            TokenKind.Plus => new UnaryOperation(_source, span, UnaryOperator.Plus, operand),
            TokenKind.At => new Alias(_source, span, operand),
            TokenKind.Caret => new Expand(_source, span, operand),
            _ => NewIncrement(span, operand, sign, answersOld: false),
        });
    }

    private Increment NewIncrement(SourceSpan span, Expression operand, Token sign, bool answersOld)
    {
        if (AssignableIn(operand) is null)
            throw Error(span, $"Unsupported expression for target for `{Text(sign)}`: {_source.Excerpt(operand.Span)}");
        var operation = sign.Kind is TokenKind.Increment ? BinaryOperator.Add : BinaryOperator.Subtract;
        return new Increment(_source, span, Innermost(operand), operation, answersOld);
    }

    private Expression ParsePostfix(Expression operand)
    {
        while (true)
        {
            if (Current.Kind is TokenKind.Dot or TokenKind.OptionalDot) operand = ParseMember(operand);
            else if (Current is { Kind: TokenKind.OpenBracket, SpaceBefore: false }) operand = ParseElement(operand);
            else if (Current is { Kind: TokenKind.OpenParenthesis, SpaceBefore: false }) operand = ParseExplicitCall(operand);
            else return Current is { Kind: TokenKind.Increment or TokenKind.Decrement, SpaceBefore: false }
                ? ParsePostIncrement(operand)
                : operand;
            Bounded(operand);
        }
    }

    private MemberAccess ParseMember(Expression target)
    {
        var dot = Take();
        if (Current.Kind is not TokenKind.Identifier) throw Missing(Form.Member, "a member name");
        var name = Take();
        var isOptional = dot.Kind is TokenKind.OptionalDot || target is MemberAccess { IsOptional: true };
        var member = new MemberAccess(_source, name.Span, target, name.Name, isOptional);
        return Refusals.Of(member) is { } reason ? throw Error(member.Span, reason) : member;
    }

    private ElementAccess ParseElement(Expression target)
    {
        _brackets++;
        Take();
        if (!StartsExpression(Current)) throw Missing(Form.Indexer, "<index_expression>");
        var index = ParseExpression();
        CloseBracket(TokenKind.CloseBracket, $"Unexpected `{Text(Current)}`. Expecting ']'");
        return new ElementAccess(_source, From(target.Span), target, index);
    }

    private Increment ParsePostIncrement(Expression operand)
    {
        var sign = Take();
        return NewIncrement(From(operand.Span), operand, sign, answersOld: true);
    }

    private Expression ParsePrimary()
    {
        switch (Current.Kind)
        {
            case TokenKind.Number or TokenKind.String:
                var literal = Take();
                return new Literal(_source, literal.Span, literal.Value);
            case TokenKind.InterpolationStart: return ParseInterpolation();
            case TokenKind.OpenParenthesis: return ParseNested();
            case TokenKind.OpenBracket: return ParseArray();
            case TokenKind.OpenBrace: return ParseObject();
            case TokenKind.Identifier: return ParseName();
            case TokenKind.LocalIdentifier: return VariableNamed(Take());
            default: throw ErrorHere($"Unexpected token `{Text(Current)}` while parsing expression");
        }
    }

    private Expression ParseName()
    {
        var name = Current;
        switch (name.Name)
        {
            case Keywords.Do: return ParseAnonymousFunction();
            case Keywords.True: return new Literal(_source, Take().Span, Integers.True);
            case Keywords.False: return new Literal(_source, Take().Span, Integers.False);
            case Keywords.Null: return new Literal(_source, Take().Span, null);
            case Keywords.This: return new ThisVariable(_source, Take().Span);
            case Keywords.For or Keywords.While or Keywords.TableRow when IsUsedAsName():
                return new LoopVariable(_source, Take().Span, name.Name);
            default: return VariableNamed(Take());
        }
    }

    private Expression VariableNamed(Token name)
    {
        if (name.Kind is TokenKind.Identifier) return new GlobalVariable(_source, name.Span, name.Name);
        return name.Name == "$" ? new WrappedBlockVariable(_source, name.Span) : new LocalVariable(_source, name.Span, name.Name);
    }

    private Nested ParseNested()
    {
        var open = Current;
        _brackets++;
        Take();
        if (!StartsExpression(Current)) throw Missing(Form.Nested);
        var readsLoopList = _readsLoopList;
        _readsLoopList = false;
        var inner = ParseExpression();
        _readsLoopList = readsLoopList;
        RefuseAssignment();
        var opening = $"{open.Span.Line},{open.Span.Column}";
        CloseBracket(TokenKind.CloseParenthesis, $"Invalid token `{Text(Current)}`. Expecting closing ) for opening `({opening})`");
        return Bounded(new Nested(_source, From(open.Span), inner));
    }

    /// <summary>Takes a closing bracket; behind it a line end counts again.</summary>
    private void CloseBracket(TokenKind kind, string message)
    {
        if (Current.Kind != kind) throw ErrorHere(message);
        _brackets--;
        Take();
    }
}
