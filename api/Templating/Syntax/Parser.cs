using System.Runtime.CompilerServices;
using BillingHeadless.Templating.Nodes;

namespace BillingHeadless.Templating.Syntax;

/// <summary>Builds the nodes of a template out of its tokens.</summary>
internal sealed partial class Parser
{
    private readonly SourceText _source;
    private readonly List<Token> _tokens;
    private readonly TemplateSet _templates;
    private readonly bool _hasIndents;
    private int _index;
    private int _depth;

    /// <summary>Open brackets: inside of them a line end means nothing.</summary>
    private int _brackets;

    private Parser(SourceText source, TemplateSet templates)
    {
        _source = source;
        _templates = templates;
        _tokens = Lexer.Tokenize(source.Name, source.Text, templates.Options.Limits);
        _hasIndents = _tokens.Exists(token => token.Kind is TokenKind.CodeEnter && token.Value is not null);
    }

    private Token Current => _tokens[_index];

    private Token Next => _tokens[Math.Min(_index + 1, _tokens.Count - 1)];

    private Token Previous => _tokens[Math.Max(0, _index - 1)];

    /// <summary>The statements of a whole template.</summary>
    /// <exception cref="SyntaxException">The template is not of the language.</exception>
    public static Block Parse(SourceText source, TemplateSet templates)
    {
        var limit = templates.Options.Limits.SourceLength;
        if (source.Text.Length > limit)
            throw new SyntaxException(source.Name, SourceSpan.Beginning, $"Exceeding the limit of `{limit}` characters for a template");
        var parser = new Parser(source, templates);
        var page = parser.ParseBlock();
        if (parser.Current.Kind is not TokenKind.EndOfFile) throw parser.UnexpectedEnd();
        parser.RequireIncluded();
        return page;
    }

    private SyntaxException UnexpectedEnd() => Error(Current.Span, Current.Value switch
    {
        Keywords.Else => "A else condition must be preceded by another if/else/when condition",
        Keywords.When => "A `when` condition must be preceded by another `when`/`else`/`case` condition",
        Keywords.End => "Unexpected `end` without a matching statement",
        _ => $"Unexpected token `{Text(Current)}`",
    });

    private SyntaxException Error(SourceSpan span, string text) => new(_source.Name, span, text);

    private SyntaxException ErrorHere(string text) => Error(Current.Span, text);

    /// <summary>The error for something that should stand here and does not.</summary>
    private SyntaxException Missing(Form form, string expected = "<expression>") =>
        ErrorHere($"Error while parsing {form.Name}: Expecting {expected} instead of `{Text(Current)}` in: {form.Syntax}");

    /// <summary>The name of a token for messages.</summary>
    private string Text(Token token) => token.Kind switch
    {
        TokenKind.EndOfFile => "end of file",
        TokenKind.NewLine => "NewLine",
        TokenKind.CodeExit => "CodeExit",
        TokenKind.Text => "text",
        _ => _source.Excerpt(token.Span),
    };

    private Token Take()
    {
        var token = Current;
        if (_index < _tokens.Count - 1) _index++;
        if (_brackets > 0) SkipNewLines();
        return token;
    }

    private bool TryTake(TokenKind kind)
    {
        if (Current.Kind != kind) return false;
        Take();
        return true;
    }

    private Token Expect(TokenKind kind, string message) => Current.Kind == kind ? Take() : throw ErrorHere(message);

    private void SkipNewLines()
    {
        while (Current.Kind is TokenKind.NewLine) _index++;
    }

    private bool IsWord(string word) => Current.Kind is TokenKind.Identifier && Current.Name == word;

    private SourceSpan From(SourceSpan first) => first.To(Previous.Span);

    /// <summary>Goes one level down, as far as the limit and the stack allow.</summary>
    private void Enter()
    {
        if (++_depth > _templates.Options.Limits.SourceDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw ErrorHere($"Exceeding the limit of `{_templates.Options.Limits.SourceDepth}` nested blocks and expressions");
    }

    private void Leave() => _depth--;

    /// <summary>Refuses an expression that is so deep that evaluating it could take too much stack.</summary>
    private T Bounded<T>(T expression) where T : Expression
    {
        var limit = _templates.Options.Limits.ExpressionHeight;
        if (expression.Height > limit) throw Error(expression.Span, $"Exceeding the limit of `{limit}` expressions within expressions");
        return expression;
    }
}
