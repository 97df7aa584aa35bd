using BillingHeadless.Templating.Nodes;
using BillingHeadless.Templating.Runtime;

namespace BillingHeadless.Templating.Syntax;

internal sealed partial class Parser
{
    private const string Offset = "offset";
    private const string Limit = "limit";
    private const string Columns = "cols";
    private const string Reversed = "reversed";

    /// <summary>Loops around the statement that is being read, in the same function.</summary>
    private int _loops;

    /// <summary>Whether the list of a loop is being read, behind which its parameters follow.</summary>
    private bool _readsLoopList;

    private For ParseFor(Token keyword)
    {
        var isTableRow = keyword.Name == Keywords.TableRow;
        var form = isTableRow ? Form.TableRow : Form.For;
        var variable = ParseVariable(form);
        if (!IsWord(Keywords.In)) throw Missing(form, "'in' word");
        Take();
        _readsLoopList = true;
        var list = ParseRequired(form);
        _readsLoopList = false;
        var parameters = ParseLoopParameters(isTableRow);
        ExpectEndOfStatement(form);
        var body = ParseLoopBody();
        var otherwise = ParseElse();
        ExpectEnd(form);
        var span = From(keyword.Span);
        return isTableRow
            ? new TableRow(_source, span, variable, list, parameters, body, otherwise)
            : new For(_source, span, keyword.Name, variable, list, parameters, body, otherwise);
    }

    /// <summary>The variable that a statement is about to set.</summary>
    private Expression ParseVariable(Form form)
    {
        var name = Current;
        var variable = name.Kind is TokenKind.Identifier or TokenKind.LocalIdentifier ? VariableNamed(name) : null;
        if (variable is not IAssignable) throw Missing(form, "a variable");
        Take();
        return variable;
    }

    private LoopParameters ParseLoopParameters(bool isTableRow)
    {
        var parameters = LoopParameters.None;
        while (IsLoopParameter())
        {
            var name = Take();
            if (name.Name == Reversed)
            {
                parameters = parameters with { IsReversed = true };
                continue;
            }

            Take();
            var value = ParseBinary(Precedence.Lowest, allowsCall: false);
            parameters = name.Name switch
            {
                Offset => parameters with { Offset = value },
                Limit => parameters with { Limit = value },
                _ when isTableRow => parameters with { Columns = value },
                _ => throw Error(name.Span, "The parameter `cols` is only known to `tablerow`"),
            };
        }

        return parameters;
    }

    private bool IsLoopParameter() => Current.Kind is TokenKind.Identifier && Current.Name switch
    {
        Reversed => true,
        Offset or Limit or Columns => Next.Kind is TokenKind.Colon,
        _ => false,
    };

    private While ParseWhile(Token keyword)
    {
        var condition = ParseRequired(Form.While);
        RefuseAssignment();
        ExpectEndOfStatement(Form.While);
        var body = ParseLoopBody();
        ExpectEnd(Form.While);
        return new While(_source, From(keyword.Span), condition, body);
    }

    private Block ParseLoopBody()
    {
        _loops++;
        var body = ParseBlock();
        _loops--;
        return body;
    }

    private LoopJump ParseLoopJump(Token keyword)
    {
        if (_loops == 0) throw Error(keyword.Span, $"The <{keyword.Name}> statement can only be used inside for/while loops");
        return new LoopJump(_source, keyword.Span, keyword.Name == Keywords.Break ? Flow.Break : Flow.Continue);
    }
}
