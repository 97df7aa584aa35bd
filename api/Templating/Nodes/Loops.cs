using BillingHeadless.Templating.Runtime;
using BillingHeadless.Templating.Syntax;

namespace BillingHeadless.Templating.Nodes;

/// <summary>What comes behind the list of a loop.</summary>
/// <param name="Offset">How many elements are skipped.</param>
/// <param name="Limit">How many are taken.</param>
/// <param name="Columns">Cells of a table row.</param>
/// <param name="IsReversed">Whether the last comes first.</param>
internal sealed record LoopParameters(Expression? Offset, Expression? Limit, Expression? Columns, bool IsReversed)
{
    public static LoopParameters None { get; } = new(null, null, null, false);
}

/// <summary>A loop that runs its body until something stops it.</summary>
internal abstract class Loop(SourceText source, SourceSpan span, string keyword, Block body) : Statement(source, span)
{
    protected string Keyword { get; } = keyword;

    protected LoopFrame Enter(RenderContext context, string? variable, bool isLocal, int length, int turns = 0, int columns = 1)
    {
        context.PayForElements(this, 1, 1);
        var frame = new LoopFrame(Keyword, variable, isLocal)
        {
            Length = length,
            Turns = turns,
            Columns = columns,
            OuterInScope = context.Scope.Loop,
            OuterInCall = context.Frame.Loop,
        };
        context.Scope.Loop = frame;
        context.Frame.Loop = frame;
        return frame;
    }

    protected static void Leave(RenderContext context, LoopFrame frame)
    {
        context.Scope.Loop = frame.OuterInScope;
        context.Frame.Loop = frame.OuterInCall;
    }

    /// <summary>Runs the body once; false if the loop ends with it.</summary>
    protected bool Turn(RenderContext context, LoopFrame frame, object? value, int index)
    {
        context.Step(this);
        frame.Next(value, index);
        body.Execute(context);
        if (context.Flow is Flow.Next) return true;
        if (context.Flow is Flow.Return) return false;
        var goesOn = context.Flow is Flow.Continue;
        context.Flow = Flow.Next;
        return goesOn;
    }
}

/// <summary><c>while condition … end</c></summary>
internal sealed class While(SourceText source, SourceSpan span, Expression condition, Block body) : Loop(source, span, Keywords.While, body)
{
    public override void Execute(RenderContext context)
    {
        var frame = Enter(context, variable: null, isLocal: false, length: -1);
        while (Truth.Of(condition.Evaluate(context)) && Turn(context, frame, value: null, frame.Turn + 1))
        {
            // Turn runs the body.
        }

        Leave(context, frame);
    }
}

/// <summary><c>for variable in list … else … end</c></summary>
internal class For(
    SourceText source, SourceSpan span, string keyword, Expression variable, Expression list, LoopParameters parameters, Block body,
    Block? otherwise)
    : Loop(source, span, keyword, body)
{
    private readonly string _name = variable is GlobalVariable global ? global.Name : ((LocalVariable)variable).Name;
    private readonly bool _isLocal = variable is LocalVariable;

    public override void Execute(RenderContext context)
    {
        if (Elements(context) is not { } elements) return;
        var start = Math.Max(0, Number(context, parameters.Offset, 0));
        var length = Math.Max(0, Math.Min(Number(context, parameters.Limit, int.MaxValue), (long)elements.Count - start));
        if (length == 0) otherwise?.Execute(context);
        else Run(context, elements, start, (int)length);
    }

    protected virtual void BeforeTurn(RenderContext context, LoopFrame frame)
    {
    }

    protected virtual void AfterTurn(RenderContext context, LoopFrame frame)
    {
    }

    private void Run(RenderContext context, IReadOnlyList<object?> elements, long start, int length)
    {
        var columns = Math.Max(1, Number(context, parameters.Columns, length));
        var frame = Enter(context, _name, _isLocal, elements.Count, length, columns);
        for (var turn = 0; turn < length; turn++)
        {
            var index = start + (parameters.IsReversed ? length - 1 - turn : turn);
            if (index >= elements.Count) break;
            BeforeTurn(context, frame);
            var goesOn = Turn(context, frame, context.Admit(list, elements[(int)index]), (int)index);
            AfterTurn(context, frame);
            if (!goesOn) break;
        }

        Leave(context, frame);
    }

    private int Number(RenderContext context, Expression? parameter, int otherwise) =>
        parameter is null ? otherwise : Conversions.ToInt(parameter, parameter.Evaluate(context));

    /// <summary>What the loop goes through; null if there is nothing, where not even <c>else</c> runs.</summary>
    private IReadOnlyList<object?>? Elements(RenderContext context)
    {
        var value = list.Evaluate(context);
        return value switch
        {
            null => null,
            IReadOnlyList<object?> elements => elements,
            TemplateObject or IReadOnlyDictionary<string, object?> => Members.Pairs(context, this, value),
            string or SafeText => Characters(context, value.ToString()!),
            _ => throw RenderContext.Fail(list, $"Unexpected type `{Kinds.Of(value)}` for iterator"),
        };
    }

    private TemplateArray Characters(RenderContext context, string text)
    {
        context.PayForElements(this, text.Length, text.Length);
        var characters = new TemplateArray(text.Length);
        foreach (var character in text) characters.Add(character.ToString());
        return characters;
    }
}

/// <summary><c>tablerow variable in list cols: 2 … end</c></summary>
internal sealed class TableRow(
    SourceText source, SourceSpan span, Expression variable, Expression list, LoopParameters parameters, Block body, Block? otherwise)
    : For(source, span, Keywords.TableRow, variable, list, WithColumns(parameters, source, span), body, otherwise)
{
    protected override void BeforeTurn(RenderContext context, LoopFrame frame)
    {
        var next = frame.Turn + 1;
        if (next % frame.Columns == 0) context.WriteText(this, $"<tr class=\"row{(next / frame.Columns) + 1}\">");
        context.WriteText(this, $"<td class=\"col{(next % frame.Columns) + 1}\">");
    }

    protected override void AfterTurn(RenderContext context, LoopFrame frame)
    {
        context.WriteText(this, "</td>");
        var endsRow = (frame.Turn + 1) % frame.Columns == 0 || frame.Turn == frame.Turns - 1;
        if (endsRow) context.WriteText(this, "</tr>\n");
    }

    private static LoopParameters WithColumns(LoopParameters parameters, SourceText source, SourceSpan span) =>
        parameters.Columns is null ? parameters with { Columns = new Literal(source, span, 1) } : parameters;
}
