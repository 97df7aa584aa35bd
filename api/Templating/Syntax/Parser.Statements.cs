using BillingHeadless.Templating.Nodes;
using BillingHeadless.Templating.Runtime;

namespace BillingHeadless.Templating.Syntax;

internal sealed partial class Parser
{
    private Statement ParseExpressionStatement()
    {
        if (!StartsExpression(Current)) throw ErrorHere($"Unexpected token `{Text(Current)}`");
        var expression = ParseExpression();
        if (IsAssignment(Current.Kind)) return ParseAssignment(expression);
        ExpectEndOfStatement(null);
        return new Output(_source, expression.Span, expression);
    }

    private static bool IsAssignment(TokenKind kind) =>
        kind is TokenKind.Assign or TokenKind.CoalesceAssign || CompoundSign(kind) is not null;

    private static BinaryOperator? CompoundSign(TokenKind kind) => kind switch
    {
        TokenKind.PlusAssign => BinaryOperator.Add,
        TokenKind.MinusAssign => BinaryOperator.Subtract,
        TokenKind.MultiplyAssign => BinaryOperator.Multiply,
        TokenKind.DivideAssign => BinaryOperator.Divide,
        TokenKind.DivideRoundAssign => BinaryOperator.DivideRound,
        TokenKind.ModulusAssign => BinaryOperator.Modulus,
        _ => null,
    };

    private Statement ParseAssignment(Expression target)
    {
        if (Current.Kind is TokenKind.Assign && target is Call { IsExplicit: true } header) return ParseInlineFunction(header);
        if (AssignableIn(target) is not { } assignable)
            throw Error(Innermost(target).Focus, $"Unsupported expression for target for assignment: {Innermost(target).Excerpt} = ...");
        var sign = Take();
        SkipNewLines();
        var value = ParseRequired(Form.Assign);
        ExpectEndOfStatement(null);
        var span = From(target.Span);
        if (CompoundSign(sign.Kind) is { } operation) return new CompoundAssignment(_source, span, Innermost(target), operation, value);
        if (sign.Kind is TokenKind.CoalesceAssign) return new CoalescingAssignment(_source, span, Innermost(target), value);
        return new Assignment(_source, span, assignable, value);
    }

    private static Expression Innermost(Expression target) => target is Nested nested ? Innermost(nested.Inner) : target;

    private static IAssignable? AssignableIn(Expression target) => Innermost(target) as IAssignable;

    private If ParseIf(Token keyword)
    {
        var branches = new List<(Expression, Block)>();
        Block? otherwise = null;
        var form = Form.If;
        do
        {
            var condition = ParseRequired(form);
            RefuseAssignment();
            ExpectEndOfStatement(form);
            branches.Add((condition, ParseBlock()));
        }
        while (TakeElse(out otherwise));
        ExpectEnd(form);
        return new If(_source, From(keyword.Span), [.. branches], otherwise);
    }

    /// <summary>Takes an <c>else</c>; true if an <c>if</c> follows it, whose condition comes next.</summary>
    private bool TakeElse(out Block? otherwise)
    {
        otherwise = null;
        if (!IsWord(Keywords.Else)) return false;
        Take();
        if (IsWord(Keywords.If))
        {
            Take();
            return true;
        }

        ExpectEndOfStatement(Form.Else);
        otherwise = ParseBlock();
        return false;
    }

    private Block? ParseElse() => TakeElse(out var otherwise) ? throw ErrorHere("Unexpected `else if`") : otherwise;

    private void RefuseAssignment()
    {
        if (IsAssignment(Current.Kind))
            throw ErrorHere(
                $"Error while parsing assign expression: Expression is only allowed for a top level assignment in: {Form.Assign.Syntax}");
    }

    private Case ParseCase(Token keyword)
    {
        var value = ParseRequired(Form.Case);
        RefuseAssignment();
        ExpectEndOfStatement(Form.Case);
        SkipToWhen();
        var branches = new List<(Expression[], Block)>();
        while (IsWord(Keywords.When)) branches.Add(ParseWhen());
        var otherwise = ParseElse();
        ExpectEnd(Form.Case);
        return new Case(_source, From(keyword.Span), value, [.. branches], otherwise);
    }

    /// <summary>Between <c>case</c> and its first <c>when</c> only white space may stand.</summary>
    private void SkipToWhen()
    {
        while (Current.Kind is TokenKind.NewLine or TokenKind.SemiColon or TokenKind.CodeExit or TokenKind.CodeEnter
               || (Current.Kind is TokenKind.Text && string.IsNullOrWhiteSpace(Current.Name))) Take();
        if (Current.Kind is not TokenKind.EndOfFile && !IsAtBlockEnd())
            throw ErrorHere(
                $"Unexpected statement/expression `{Text(Current)}` in the body of a `case` statement. Only `when`/`else` are expected.");
    }

    private (Expression[] Matches, Block Body) ParseWhen()
    {
        Take();
        var matches = new List<Expression>();
        do
        {
            SkipNewLinesAfterComma();
            if (!StartsExpression(Current)) ParseRequired(Form.When);
            var match = ParseBinary(Precedence.Or, allowsCall: true);
            if (match is Increment) throw Error(match.Span, $"Unexpected non constant expression `{_source.Excerpt(match.Span)}`.");
            matches.Add(match);
        }
        while (TryTake(TokenKind.Comma) || TryTake(TokenKind.Or));
        ExpectEndOfStatement(Form.When);
        return ([.. matches], ParseBlock());
    }

    private void SkipNewLinesAfterComma()
    {
        if (Previous.Kind is TokenKind.Comma) SkipNewLines();
    }

    private Capture ParseCapture(Token keyword)
    {
        var target = ParseRequired(Form.Capture);
        ExpectEndOfStatement(Form.Capture);
        if (AssignableIn(target) is not { } assignable)
            throw Error(target.Span, $"Unsupported expression for target for capture: {_source.Excerpt(target.Span)}");
        var body = ParseBlock();
        ExpectEnd(Form.Capture);
        return new Capture(_source, From(keyword.Span), assignable, body);
    }

    private With ParseWith(Token keyword)
    {
        var target = ParseRequired(Form.With);
        ExpectEndOfStatement(Form.With);
        var body = ParseBlock();
        ExpectEnd(Form.With);
        return new With(_source, From(keyword.Span), target, body);
    }

    private ReadOnly ParseReadOnly(Token keyword)
    {
        var variable = ParseVariable(Form.ReadOnly);
        return new ReadOnly(_source, From(keyword.Span), variable);
    }
}
