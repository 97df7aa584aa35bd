using BillingHeadless.Templating.Nodes;

namespace BillingHeadless.Templating.Syntax;

internal sealed partial class Parser
{
    private FunctionDeclaration ParseFunction(Token keyword)
    {
        var target = ParseVariable(Form.Function);
        var name = Previous.Name;
        var parameters = Current.Kind is TokenKind.OpenParenthesis ? ParseParameters() : null;
        ExpectEndOfStatement(Form.Function);
        var body = ParseFunctionBody(Form.Function);
        return new FunctionDeclaration(_source, From(keyword.Span), (IAssignable)target, new FunctionDefinition(name, parameters, body));
    }

    private AnonymousFunction ParseAnonymousFunction()
    {
        var keyword = Take();
        var body = ParseFunctionBody(Form.Do);
        return new AnonymousFunction(_source, From(keyword.Span), new FunctionDefinition(Keywords.Do, null, body));
    }

    /// <summary>Reads a body with its <c>end</c>. A loop around the function is none inside of it.</summary>
    private Block ParseFunctionBody(Form form)
    {
        var (loops, readsLoopList) = (_loops, _readsLoopList);
        (_loops, _readsLoopList) = (0, false);
        var body = ParseBlock();
        (_loops, _readsLoopList) = (loops, readsLoopList);
        ExpectEnd(form);
        return body;
    }

    private FunctionParameter[] ParseParameters()
    {
        _brackets++;
        Take();
        var parameters = new List<FunctionParameter>();
        while (Current.Kind is not TokenKind.CloseParenthesis)
        {
            parameters.Add(ParseParameter(parameters.LastOrDefault()));
            if (!TryTake(TokenKind.Comma)) break;
        }

        CloseBracket(TokenKind.CloseParenthesis, "Expecting a closing parenthesis for the parameters of a function");
        return [.. parameters];
    }

    private FunctionParameter ParseParameter(FunctionParameter? before)
    {
        var name = Expect(TokenKind.Identifier, $"Expecting an identifier for a parameter instead of `{Text(Current)}`");
        if (TryTake(TokenKind.Variadic)) return new FunctionParameter(name.Name, null, IsVariadic: true);
        if (TryTake(TokenKind.Assign))
        {
            if (before is { IsVariadic: true })
                throw Error(name.Span, "Cannot declare an optional parameter after a variable parameter (`...`).");
            return new FunctionParameter(name.Name, ParseBinary(Precedence.Lowest, allowsCall: false), IsVariadic: false);
        }

        if (before is { IsVariadic: true } or { Default: not null })
            throw Error(name.Span, "Cannot declare a normal parameter after an optional parameter.");
        return new FunctionParameter(name.Name, null, IsVariadic: false);
    }

    /// <summary><c>name(x, y) = expression</c>, of which the left side has been read as a call.</summary>
    private FunctionDeclaration ParseInlineFunction(Call header)
    {
        Take();
        var names = header.Arguments.OfType<GlobalVariable>().Select(argument => argument.Name).ToArray();
        if (header.Target is not IAssignable target || header.Named.Length > 0 || names.Length < header.Arguments.Length)
            throw Error(header.Span, $"Unsupported expression for the header of a function: {header.Excerpt} = ...");
        var name = header.Target switch { GlobalVariable global => global.Name, LocalVariable local => local.Name, _ => header.Excerpt };
        var parameters = names.Select(parameter => new FunctionParameter(parameter, null, IsVariadic: false)).ToArray();
        var value = ParseRequired(Form.Assign);
        ExpectEndOfStatement(null);
        var body = new Return(_source, value.Span, value);
        return new FunctionDeclaration(_source, From(header.Span), target, new FunctionDefinition(name, parameters, body));
    }

    private Return ParseReturn(Token keyword) =>
        new(_source, From(keyword.Span), StartsExpression(Current) ? ParseExpression() : null);

    private Wrap ParseWrap(Token keyword)
    {
        var call = ParseRequired(Form.Wrap) switch
        {
            Call complete => complete,
            var function => new Call(_source, function.Span, function, [], []),
        };
        ExpectEndOfStatement(Form.Wrap);
        var body = ParseBlock();
        ExpectEnd(Form.Wrap);
        return new Wrap(_source, From(keyword.Span), call, body);
    }
}
