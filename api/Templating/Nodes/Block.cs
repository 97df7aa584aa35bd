using BillingHeadless.Templating.Runtime;
using BillingHeadless.Templating.Syntax;

namespace BillingHeadless.Templating.Nodes;

/// <summary>Statements, one after the other.</summary>
internal sealed class Block(SourceText source, SourceSpan span, Statement[] statements) : Statement(source, span)
{
    private readonly bool _marksCode = statements.Any(statement => statement is CodeMark);

    public override void Execute(RenderContext context)
    {
        RenderContext.EnsureStack(this);
        if (_marksCode)
        {
            ExecuteIndented(context);
            return;
        }

        foreach (var statement in statements)
        {
            context.Step(statement);
            statement.Execute(context);
            if (context.Flow != Flow.Next) return;
        }
    }

    /// <summary>What a code block writes is indented like the code block; text keeps the indentation of whoever runs this block.</summary>
    private void ExecuteIndented(RenderContext context)
    {
        var outer = context.Indent;
        foreach (var statement in statements)
        {
            if (statement is CodeMark mark)
            {
                context.Indent = mark.Enters ? mark.Indent : outer;
                continue;
            }

            context.Step(statement);
            statement.Execute(context);
            if (context.Flow != Flow.Next) break;
        }

        context.Indent = outer;
    }
}

/// <summary>The place where a code block begins or ends.</summary>
internal sealed class CodeMark(SourceText source, SourceSpan span, bool enters, string? indent) : Statement(source, span)
{
    public bool Enters { get; } = enters;

    /// <summary>The white space before it, if it begins its line.</summary>
    public string? Indent { get; } = indent;

    public override void Execute(RenderContext context)
    {
        // The block that holds it acts on it.
    }
}

/// <summary>Text outside of code.</summary>
internal sealed class RawText(SourceText source, SourceSpan span, string text) : Statement(source, span)
{
    public string Text { get; } = text;

    public override void Execute(RenderContext context) => context.WriteText(this, Text);
}
