using BillingHeadless.Templating.Runtime;
using BillingHeadless.Templating.Syntax;

namespace BillingHeadless.Templating.Nodes;

/// <summary><c>name</c></summary>
internal sealed class GlobalVariable(SourceText source, SourceSpan span, string name) : Expression(source, span), IAssignable
{
    public string Name { get; } = name;

    public override object? Evaluate(RenderContext context) => CallIfFunction(context, EvaluateUncalled(context));

    public override object? EvaluateUncalled(RenderContext context) => context.Admit(this, context.GetVariable(Name));

    public void Assign(RenderContext context, object? value) => context.SetVariable(this, Name, value);
}

/// <summary><c>$name</c>, <c>$0</c> or <c>$</c></summary>
internal sealed class LocalVariable(SourceText source, SourceSpan span, string name) : Expression(source, span), IAssignable
{
    public string Name { get; } = name;

    public override object? Evaluate(RenderContext context) => CallIfFunction(context, EvaluateUncalled(context));

    public override object? EvaluateUncalled(RenderContext context) => context.Admit(this, context.GetLocal(Name));

    public void Assign(RenderContext context, object? value) => context.SetLocal(this, Name, value);
}

/// <summary><c>$$</c>: the statements that a <c>wrap</c> passed.</summary>
internal sealed class WrappedBlockVariable(SourceText source, SourceSpan span) : Expression(source, span)
{
    public override object? Evaluate(RenderContext context) => context.Block;
}

/// <summary><c>for</c>, <c>while</c> or <c>tablerow</c> inside such a loop.</summary>
internal sealed class LoopVariable(SourceText source, SourceSpan span, string keyword) : Expression(source, span), IAssignable
{
    public override object? Evaluate(RenderContext context) =>
        context.FindLoop(keyword) ?? context.GetVariable(keyword)
        ?? throw RenderContext.Fail(this, $"Invalid usage of the loop variable `{keyword}` not inside a loop");

    public void Assign(RenderContext context, object? value) => context.SetVariable(this, keyword, value);
}

/// <summary><c>this</c>: the object whose members are the variables here.</summary>
internal sealed class ThisVariable(SourceText source, SourceSpan span) : Expression(source, span)
{
    public override object? Evaluate(RenderContext context) => context.Scope.Members;
}
