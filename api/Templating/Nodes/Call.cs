using BillingHeadless.Templating.Runtime;
using BillingHeadless.Templating.Syntax;

namespace BillingHeadless.Templating.Nodes;

/// <summary><c>function argument name: argument</c>, <c>function(argument)</c> or <c>argument | function</c></summary>
internal sealed class Call : Expression
{
    private readonly bool _isPiped;

    public Call(
        SourceText source, SourceSpan span, Expression target, Expression[] arguments, (string Name, Expression Value)[] named,
        bool isExplicit = false, bool isPiped = false)
        : base(source, span)
    {
        Target = target;
        Arguments = arguments;
        Named = named;
        IsExplicit = isExplicit;
        _isPiped = isPiped;
        Height = Math.Max(Above(target), Math.Max(Above(arguments), Above(named.Select(argument => argument.Value))));
    }

    public Expression Target { get; }

    public Expression[] Arguments { get; }

    public (string Name, Expression Value)[] Named { get; }

    /// <summary>Whether it is written with parentheses.</summary>
    public bool IsExplicit { get; }

    public override object? Evaluate(RenderContext context)
    {
        context.StepInto(this);
        return Invoke(context, FindFunction(context, Target.EvaluateUncalled(context)), block: null);
    }

    /// <summary>Calls the function of a <c>wrap</c> with its statements.</summary>
    public object? EvaluateWrapping(RenderContext context, WrappedBlock block)
    {
        var target = Target.EvaluateUncalled(context);
        if (target is not TemplateFunction function || Target is Nested)
            throw RenderContext.Fail(Target, $"Expecting a direct function instead of the expression `{Target.Excerpt}`");
        return Invoke(context, function, block);
    }

    /// <summary>The same call with one more argument in front.</summary>
    public Call WithFirst(Expression argument) =>
        new(Source, argument.Span.To(Span), Target, [argument, .. Arguments], Named, IsExplicit, isPiped: true);

    private TemplateFunction FindFunction(RenderContext context, object? target)
    {
        if (target is TemplateFunction function) return function;
        if (_isPiped && target is not null)
            throw RenderContext.Fail(Target, $"Pipe expression destination `{Target.Excerpt}` is not a valid function ");
        if (target is null) throw RenderContext.Fail(Target, $"The function `{Target.Excerpt}` was not found");
        throw RenderContext.Fail(Target, $"Invalid target function `{Excerpt}`( as `{Kinds.Of(target)}`)");
    }

    private object? Invoke(RenderContext context, TemplateFunction function, WrappedBlock? block)
    {
        var stack = context.Arguments;
        var start = stack.Count;
        foreach (var argument in Arguments)
        {
            var value = argument.Evaluate(context);
            if (argument is Expand) PushAll(context, value);
            else stack.Push(value);
        }

        var named = EvaluateNamed(context);
        context.PendingBlock = block;
        var result = function.Invoke(context, this, new Arguments(stack.From(start), named));
        stack.Truncate(start);
        return result;
    }

    private void PushAll(RenderContext context, object? value)
    {
        if (value is not IReadOnlyList<object?> list)
        {
            context.Arguments.Push(value);
            return;
        }

        context.PayForElements(this, list.Count, list.Count);
        for (var index = 0; index < list.Count; index++) context.Arguments.Push(list[index]);
    }

    private TemplateObject? EvaluateNamed(RenderContext context)
    {
        if (Named.Length == 0) return null;
        context.PayForElements(this, Named.Length, Named.Length);
        var named = new TemplateObject(Named.Length);
        foreach (var (name, value) in Named) named.Set(name, value.Evaluate(context));
        return named;
    }
}
