using BillingHeadless.Templating.Nodes;

namespace BillingHeadless.Templating.Syntax;

internal sealed partial class Parser
{
    /// <summary>All calls of the template.</summary>
    private readonly HashSet<Call> _calls = [];

    /// <summary>Whether a value follows a name, which makes it a call: <c>f 1 "two" [3]</c>.</summary>
    private bool StartsArgument()
    {
        if (Current.Kind is TokenKind.OpenParenthesis or TokenKind.OpenBracket) return Current.SpaceBefore;
        if (_readsLoopList && IsLoopParameter()) return false;
        return Current.Kind is TokenKind.Identifier or TokenKind.LocalIdentifier or TokenKind.Number or TokenKind.String
            or TokenKind.InterpolationStart or TokenKind.OpenBrace or TokenKind.Not or TokenKind.At or TokenKind.Caret;
    }

    private Call ParseCall(Expression target)
    {
        var arguments = new List<Expression>();
        var named = new List<(string, Expression)>();
        while (StartsArgument())
        {
            if (IsNamedArgument())
            {
                named.Add(ParseNamedArgument(() => ParseBinary(Precedence.Lowest, allowsCall: false)));
                continue;
            }

            if (named.Count > 0) throw ErrorHere("Once arguments are named, the following arguments must be all named");
            arguments.Add(ParseBinary(Precedence.Lowest, allowsCall: false));
        }

        return Noted(new Call(_source, From(target.Span), target, [.. arguments], [.. named]));
    }

    /// <summary><c>f(1, name: 2)</c></summary>
    private Call ParseExplicitCall(Expression target)
    {
        _brackets++;
        Take();
        var readsLoopList = _readsLoopList;
        _readsLoopList = false;
        var arguments = new List<Expression>();
        var named = new List<(string, Expression)>();
        while (Current.Kind is not TokenKind.CloseParenthesis)
        {
            if (!StartsExpression(Current))
                throw ErrorHere($"Unexpected token `{Text(Current)}` while parsing function call `{target.Excerpt}`");
            if (IsNamedArgument()) named.Add(ParseNamedArgument(ParseExpression));
            else if (named.Count > 0) throw ErrorHere("Once arguments are named, the following arguments must be all named");
            else arguments.Add(ParseExpression());
            if (!TryTake(TokenKind.Comma)) break;
        }

        _readsLoopList = readsLoopList;
        CloseBracket(TokenKind.CloseParenthesis, $"Unexpected token `{Text(Current)}`. Expecting a closing ) for `{target.Excerpt}(`");
        return Noted(new Call(_source, From(target.Span), target, [.. arguments], [.. named], isExplicit: true));
    }

    private bool IsNamedArgument() => Current.Kind is TokenKind.Identifier && Next is { Kind: TokenKind.Colon, SpaceBefore: false };

    private (string Name, Expression Value) ParseNamedArgument(Func<Expression> parseValue)
    {
        var name = Take().Name;
        Take();
        if (!StartsExpression(Current)) throw ErrorHere($"Expecting a value for the argument `{name}` instead of `{Text(Current)}`");
        return (name, parseValue());
    }

    /// <summary>Notes a call, in place of the one that it was before a pipe passed it a value.</summary>
    private Call Noted(Call call, Call? before = null)
    {
        if (before is not null) _calls.Remove(before);
        _calls.Add(call);
        return Bounded(call);
    }

    /// <summary>Requires what the calls include.</summary>
    private void RequireIncluded()
    {
        foreach (var call in _calls)
        {
            foreach (var name in Refusals.IncludedBy(call))
            {
                if (!_templates.TryRequire(name, out var reason)) throw Error(call.Span, reason);
            }
        }
    }
}
