using BillingHeadless.Templating.Nodes;

namespace BillingHeadless.Templating.Syntax;

internal sealed partial class Parser
{
    /// <summary>Reads statements up to an <c>end</c>, <c>else</c> or <c>when</c>, which stays.</summary>
    private Block ParseBlock()
    {
        Enter();
        var brackets = _brackets;
        _brackets = 0;
        var start = Current.Span;
        var statements = new List<Statement>();
        while (!IsAtBlockEnd())
        {
            if (ParseStatement() is { } statement) statements.Add(statement);
        }

        _brackets = brackets;
        Leave();
        return new Block(_source, From(start), [.. statements]);
    }

    private bool IsAtBlockEnd()
    {
        if (Current.Kind is TokenKind.EndOfFile) return true;
        return Current.Kind is TokenKind.Identifier && Current.Name is Keywords.End or Keywords.Else or Keywords.When && !IsUsedAsName();
    }

    /// <summary>Whether a keyword is a variable here, as in <c>for.index</c>.</summary>
    private bool IsUsedAsName() => Next.Kind is TokenKind.Dot or TokenKind.OptionalDot && !Next.SpaceBefore;

    private Statement? ParseStatement()
    {
        switch (Current.Kind)
        {
            case TokenKind.NewLine or TokenKind.SemiColon:
                Take();
                return null;
            case TokenKind.Text:
                var text = Take();
                return new RawText(_source, text.Span, text.Name);
            case TokenKind.CodeEnter or TokenKind.CodeExit:
                return ParseCodeMark();
            case TokenKind.Identifier when Keywords.BeginsStatement(Current.Name) && !IsUsedAsName():
                return ParseKeywordStatement();
            default:
                return ParseExpressionStatement();
        }
    }

    private CodeMark? ParseCodeMark()
    {
        var mark = Take();
        return _hasIndents ? new CodeMark(_source, mark.Span, mark.Kind is TokenKind.CodeEnter, (string?)mark.Value) : null;
    }

    private Statement ParseKeywordStatement()
    {
        var keyword = Take();
        Statement statement = keyword.Name switch
        {
            Keywords.If => ParseIf(keyword),
            Keywords.For or Keywords.TableRow => ParseFor(keyword),
            Keywords.While => ParseWhile(keyword),
            Keywords.Break or Keywords.Continue => ParseLoopJump(keyword),
            Keywords.Case => ParseCase(keyword),
            Keywords.Capture => ParseCapture(keyword),
            Keywords.Function => ParseFunction(keyword),
            Keywords.Return => ParseReturn(keyword),
            Keywords.With => ParseWith(keyword),
            Keywords.Wrap => ParseWrap(keyword),
            Keywords.Import => new Import(_source, keyword.Span, ParseRequired(Form.Import)),
            _ => ParseReadOnly(keyword),
        };
        ExpectEndOfStatement(null);
        return statement;
    }

    /// <summary>A statement ends with its line, a semicolon or its code block.</summary>
    private void ExpectEndOfStatement(Form? form)
    {
        if (IsAtEndOfStatement) return;
        var found = $"Invalid token found `{Text(Current)}`. Expecting <EOL>/end of line";
        throw form is null ? ErrorHere(found + ".") : ErrorHere($"Error while parsing {form.Name}: {found} after: {form.Syntax}");
    }

    private bool IsAtEndOfStatement =>
        Current.Kind is TokenKind.NewLine or TokenKind.SemiColon or TokenKind.CodeExit or TokenKind.EndOfFile or TokenKind.Text
        || (Current.Kind is TokenKind.CloseParenthesis or TokenKind.Comma && IsWordBefore(Keywords.End));

    /// <summary>Whether an anonymous function has just ended: <c>(do; ret 1; end)</c>.</summary>
    private bool IsWordBefore(string word) => Previous.Kind is TokenKind.Identifier && Previous.Name == word;

    private void ExpectEnd(Form form)
    {
        if (!IsWord(Keywords.End))
            throw ErrorHere($"Error while parsing {form.Name}: The <end> statement was not found in: {form.Syntax}");
        Take();
    }

    /// <summary>The expression that a statement cannot do without.</summary>
    private Expression ParseRequired(Form form)
    {
        if (!StartsExpression(Current)) throw Missing(form);
        return ParseExpression();
    }
}
