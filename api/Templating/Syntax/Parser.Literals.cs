using BillingHeadless.Templating.Nodes;

namespace BillingHeadless.Templating.Syntax;

internal sealed partial class Parser
{
    private ArrayInitializer ParseArray()
    {
        var open = Current;
        _brackets++;
        Take();
        var readsLoopList = _readsLoopList;
        _readsLoopList = false;
        var items = new List<Expression>();
        while (Current.Kind is not TokenKind.CloseBracket)
        {
            if (!StartsExpression(Current)) throw Missing(Form.Array);
            items.Add(ParseExpression());
            if (!TryTake(TokenKind.Comma)) break;
        }

        _readsLoopList = readsLoopList;
        CloseBracket(TokenKind.CloseBracket, $"Unexpected token `{Text(Current)}`. Expecting a closing ] for the array initializer");
        return Bounded(new ArrayInitializer(_source, From(open.Span), [.. items]));
    }

    private ObjectInitializer ParseObject()
    {
        var open = Current;
        _brackets++;
        Take();
        var readsLoopList = _readsLoopList;
        _readsLoopList = false;
        var members = new List<(string, Expression)>();
        while (Current.Kind is not TokenKind.CloseBrace)
        {
            members.Add(ParseObjectMember());
            if (!TryTake(TokenKind.Comma)) break;
        }

        _readsLoopList = readsLoopList;
        CloseBracket(TokenKind.CloseBrace, $"Unexpected token `{Text(Current)}` while parsing object initializer. Expecting a closing }}");
        return Bounded(new ObjectInitializer(_source, From(open.Span), [.. members]));
    }

    private (string Name, Expression Value) ParseObjectMember()
    {
        if (Current.Kind is not (TokenKind.Identifier or TokenKind.String))
            throw ErrorHere($"Unexpected token `{Text(Current)}` in an object. Expecting a simple identifier for the member name.");
        var name = Take();
        Expect(TokenKind.Colon, $"Unexpected token `{Text(Current)}`. Expecting a colon : after the member name `{name.Name}` of an object");
        if (!StartsExpression(Current))
            throw ErrorHere($"Unexpected token `{Text(Current)}`. Expecting an expression for the value of the member.");
        return (name.Name, ParseExpression());
    }

    private InterpolatedString ParseInterpolation()
    {
        var parts = new List<Expression>();
        var start = Current.Span;
        AddInterpolatedText(parts, TokenKind.InterpolationStart);
        while (true)
        {
            if (!StartsExpression(Current)) throw ErrorHere($"Unexpected token `{Text(Current)}` while parsing expression");
            parts.Add(ParseExpression());
            if (Current.Kind is TokenKind.InterpolationEnd) break;
            AddInterpolatedText(parts, TokenKind.InterpolationMiddle);
        }

        AddInterpolatedText(parts, TokenKind.InterpolationEnd);
        return Bounded(new InterpolatedString(_source, From(start), [.. parts]));
    }

    private void AddInterpolatedText(List<Expression> parts, TokenKind kind)
    {
        var text = Expect(kind, $"Unexpected token `{Text(Current)}` while parsing expression");
        if (text.Name.Length > 0) parts.Add(new Literal(_source, text.Span, text.Name));
    }
}
