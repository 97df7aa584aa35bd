using BillingHeadless.Templating.Runtime;
using BillingHeadless.Templating.Syntax;

namespace BillingHeadless.Templating.Nodes;

/// <summary>A part of a parsed template. Nodes never change, so that any number of threads may render at once.</summary>
internal abstract class Node(SourceText source, SourceSpan span)
{
    public SourceText Source { get; } = source;

    public SourceSpan Span { get; } = span;

    /// <summary>Where messages about the node point to.</summary>
    public virtual SourceSpan Focus => Span;

    /// <summary>The node as it is written, for messages.</summary>
    public string Excerpt => Source.Excerpt(Span);
}

/// <summary>A node that has a value.</summary>
internal abstract class Expression(SourceText source, SourceSpan span) : Node(source, span)
{
    /// <summary>How many nodes lie below it at most, which bounds the stack that evaluating it takes.</summary>
    public int Height { get; protected init; } = 1;

    /// <summary>The value; a function without arguments is called for it.</summary>
    public abstract object? Evaluate(RenderContext context);

    /// <summary>The value itself, also if it is a function.</summary>
    public virtual object? EvaluateUncalled(RenderContext context) => Evaluate(context);

    protected static int Above(Expression below) => below.Height + 1;

    protected static int Above(Expression first, Expression second) => Math.Max(first.Height, second.Height) + 1;

    protected static int Above(IEnumerable<Expression> below) => below.Select(node => node.Height).DefaultIfEmpty().Max() + 1;

    /// <summary>Calls what turned out to be a function.</summary>
    protected object? CallIfFunction(RenderContext context, object? value) =>
        value is TemplateFunction function ? function.Invoke(context, this, default) : value;
}

/// <summary>An expression that can be assigned to.</summary>
internal interface IAssignable
{
    void Assign(RenderContext context, object? value);
}

/// <summary>A node that does something.</summary>
internal abstract class Statement(SourceText source, SourceSpan span) : Node(source, span)
{
    public abstract void Execute(RenderContext context);
}
